package dev.platen.engine.submit;

import com.fasterxml.jackson.core.JsonParser;
import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.html.Swaps;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.JsonSource;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.json.Parsed.Malformed;
import dev.platen.engine.json.Value;
import dev.platen.engine.render.Shown;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies posted forms to data. Whatever was posted, there is an outcome, in time and memory bounded by the limits.
 * Thread-safe.
 */
public final class Submission {
    private final Limits limits;

    /** Within these limits, which hold for the body, the base and the new data alike. */
    public Submission(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads one posted form.
     *
     * @param plan of the form
     * @param mediaType of the body, see {@link FormEncoding}; any other counts as the first of those
     * @param body as it was posted
     * @param base JSON that the page was made from; what the form does not show is taken from it. Empty for the default data
     *     of the plan, as when rendering
     */
    public SubmissionOutcome apply(Plan plan, String mediaType, byte[] body, byte[] base) {
        try {
            return applied(plan, Posted.read(mediaType, body, limits), base.length == 0 ? plan.defaultData() : base);
        } catch (Refused refused) {
            return new SubmissionRejected(refused.problem());
        }
    }

    private @Nullable Value read(byte[] base) {
        if (base.length > limits.dataBytes()) {
            throw new Refused(new Problem(
                    ProblemCode.BODY_TOO_LARGE,
                    "data may have at most %s bytes, found %s; send less".formatted(limits.dataBytes(), base.length)));
        }
        if (base.length == 0) {
            return null;
        }
        return switch (new DocumentParser(limits.ofData()).parse(base)) {
            case Document document -> document.root();
            case Malformed malformed -> throw rejected(malformed.diagnostics());
        };
    }

    private Applied applied(Plan plan, Posted posted, byte[] json) {
        Value base = read(json);
        Budget budget = new Budget(limits);
        Typed typed = new Typed(limits);
        Checks checks = new Checks(plan.checks(), typed, budget);
        Shown shown = Shown.of(plan, json, limits).orElseThrow(budget::exceeded);
        Walk walk = new Walk(plan.parts().routines(), posted, typed, checks, shown, budget);
        StateDraft state = new StateDraft();
        Draft draft = new Draft(base);
        walk.apply(plan.parts().root(), draft, Around.page(shown.root(), state));
        Value value = draft.value();
        byte[] data = Json.write(value == null ? Json.members(Map.of()) : value).getBytes(StandardCharsets.UTF_8);
        verify(data);
        Action action = walk.isSubmit() ? new Action.Submit() : new Action.Changed();
        String changed = walk.changed();
        String replaced =
                posted.first(Swaps.REPLACED).filter(changed::startsWith).orElse(changed);
        return new Applied(data, state.finished(), action, changed, replaced, walk.isButtonGone());
    }

    /** What is given out can be read by everyone else who keeps to the limits. */
    private void verify(byte[] data) {
        if (data.length > limits.dataBytes()) {
            throw new Refused(new Problem(
                    ProblemCode.BODY_TOO_LARGE,
                    "data may have at most %s bytes, the form has %s; send less, a file takes a third more than its size"
                            .formatted(limits.dataBytes(), data.length)));
        }
        JsonSource source = JsonSource.within(limits.ofData());
        try (JsonParser parser = source.open(data)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
        } catch (IOException failure) {
            throw rejected(List.of(source.explain(failure)));
        }
    }

    private static Refused rejected(List<Diagnostic> diagnostics) {
        return new Refused(
                new Problem(ProblemCode.DATA_REJECTED, diagnostics.getFirst().message(), diagnostics));
    }
}
