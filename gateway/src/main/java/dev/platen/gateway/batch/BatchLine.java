package dev.platen.gateway.batch;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome;
import dev.platen.engine.problem.ProblemJson;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.page.RenderRequest;
import dev.platen.gateway.workers.Urgency;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One line of a batch: what is asked for, and what comes of it. */
final class BatchLine implements PageErrand.Sender {
    /** What came of a line: a line. */
    interface Outcome {
        /** Takes the line, on any thread, once. */
        void accept(byte[] line, boolean isFailure);
    }

    private final PageErrand errand;
    private final Outcome outcome;
    private OutcomeLine line;

    /** A line that has not been read yet. */
    BatchLine(PageErrand.Services services, TenantId tenant, Urgency urgency, OutcomeLine line, Outcome outcome) {
        this.errand = new PageErrand(services, tenant, urgency, this);
        this.line = line;
        this.outcome = outcome;
    }

    /** Reads the line and has it rendered; what the line does not say of the presentation, {@code query} says. */
    void work(byte[] given, Presentation query) {
        switch (Members.of(given, Limits.DEFAULT)) {
            case MembersOutcome.Refused(Problem problem) -> failed(problem.code(), ProblemJson.of(problem));
            case MembersOutcome.Sliced(var members) -> work(members, query);
        }
    }

    private void work(Map<String, byte[]> members, Presentation query) {
        Map<String, byte[]> request = new HashMap<>(members);
        byte[] id = request.remove("id");
        if (id != null) {
            line = line.named(new String(id, StandardCharsets.UTF_8));
        }
        try {
            SchemaName name = new SchemaName(RenderRequest.text(request.remove("schema"), "schema", ""));
            errand.run(name, RenderRequest.of(request, query));
        } catch (IllegalArgumentException notUnderstood) {
            Problem problem = new Problem(ProblemCode.REQUEST_MALFORMED, String.valueOf(notUnderstood.getMessage()));
            failed(problem.code(), ProblemJson.of(problem));
        }
    }

    @Override
    public void page(Digest key, byte[] html, GatewayMetrics.Source source) {
        outcome.accept(line.page(key, html), false);
    }

    @Override
    public void failed(ProblemCode code, byte[] problem) {
        outcome.accept(line.problem(code, problem), true);
    }
}
