package dev.platen.engine.form;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.form.FormOutcome.Accepted;
import dev.platen.engine.form.FormOutcome.FormRefused;
import dev.platen.engine.form.FormOutcome.ShownAgain;
import dev.platen.engine.render.View;
import dev.platen.engine.submit.Action;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import dev.platen.engine.submit.ViewState;
import dev.platen.engine.validate.FieldErrors;
import dev.platen.engine.validate.Prepared;
import dev.platen.engine.validate.ValidationError;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what becomes of posted forms. Thread-safe. */
public final class PostedForm {
    private static final byte[] NO_BASE = {};

    private final Submission submission;

    /** Within these limits. */
    public PostedForm(Limits limits) {
        this.submission = new Submission(limits);
    }

    /**
     * Reads one posted form.
     *
     * @param schema what the data must obey to be accepted
     * @param mediaType of the body, as {@link Submission#apply} takes it
     * @param body as it was posted
     * @param locale language of the messages, as a BCP 47 tag
     */
    public FormOutcome read(Plan plan, Prepared schema, String mediaType, byte[] body, String locale) {
        return switch (submission.apply(plan, mediaType, body, NO_BASE)) {
            case SubmissionRejected(Problem problem) -> new FormRefused(problem);
            case Applied(byte[] data, ViewState state, Action.Changed _, String changed, String part, boolean isGone) ->
                new ShownAgain(data, view(Map.of(), state, changed), part, isGone);
            case Applied(byte[] data, ViewState state, Action.Submit _, String _, String _, boolean _) ->
                validated(plan, schema, data, state, locale);
        };
    }

    private static FormOutcome validated(Plan plan, Prepared schema, byte[] data, ViewState state, String locale) {
        return switch (schema.validate(data, locale)) {
            case ValidationRejected(Problem problem) -> new FormRefused(problem);
            case Validated validated when validated.isValid() -> new Accepted(data);
            case Validated validated -> new ShownAgain(data, view(errors(plan, validated), state, ""), "", false);
        };
    }

    private static View view(Map<String, List<String>> errors, ViewState state, String focus) {
        return new View(errors, state.choices(), state.pages(), state.open(), focus, "");
    }

    /** What is wrong with data, by the ids of the parts that show it, as {@link View#errors()} wants it. */
    public static Map<String, List<String>> errors(Plan plan, Validated validated) {
        FieldIds ids = new FieldIds(plan.parts());
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (ValidationError error : FieldErrors.of(validated)) {
            String id = ids.of(error.instanceLocation());
            errors.computeIfAbsent(isOfName(error) ? id + "-key" : id, _ -> new ArrayList<>())
                    .add(error.error());
        }
        return errors;
    }

    /** Whether not the value of a member is wrong but its name, which people enter too. */
    private static boolean isOfName(ValidationError error) {
        return error.keyword().equals("propertyNames") && error.member() != null;
    }
}
