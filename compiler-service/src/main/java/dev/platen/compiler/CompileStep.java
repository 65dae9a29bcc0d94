package dev.platen.compiler;

import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.Work.DescribeSchema;
import dev.platen.contract.flow.Work.ExplainDocument;
import dev.platen.contract.flow.Work.ListSchemas;
import dev.platen.contract.flow.Work.RemoveSchema;
import dev.platen.contract.flow.Work.RenderDocument;
import dev.platen.contract.flow.Work.RenewPlan;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.flow.Work.WithPlan;
import dev.platen.contract.id.DocumentVersion;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Explanation;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.Prepared;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.Validator;
import dev.platen.transport.ChunkedReply;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The step of this service: a document becomes a plan, and the plan what the request asked for. */
@Singleton
class CompileStep {
    private static final byte[] DEFAULT_DATA = {};
    private static final String VALIDATION_LANGUAGE = "en";

    private final Compilation compilation;
    private final Validator validator = new Validator(Limits.DEFAULT);
    private final Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");
    private final Registries registries;
    private final StoreStep schemas;
    private final Renewals renewals;
    private final CompileOutbox outbox;

    CompileStep(
            Compilation compilation,
            Registries registries,
            StoreStep schemas,
            Renewals renewals,
            CompileOutbox outbox) {
        this.compilation = compilation;
        this.registries = registries;
        this.schemas = schemas;
        this.renewals = renewals;
        this.outbox = outbox;
    }

    void work(Work work) {
        switch (work) {
            case StoreSchema request -> schemas.store(request);
            case RemoveSchema request -> schemas.remove(request);
            case ListSchemas request -> schemas.list(request);
            case DescribeSchema request -> schemas.describe(request);
            case RenewPlan request -> renewals.renew(request.envelope().tenant(), request.name());
            case RenderDocument request -> render(request);
            case ExplainDocument request -> explain(request);
            case WithPlan request -> restorePlan(request);
        }
    }

    private void render(RenderDocument request) {
        TenantRegistry stored = registries.of(request.envelope().tenant());
        CompileOutcome outcome = compilation.compile(stored, request.document(), named(request.dialect()));
        if (stored.isAway()) {
            outbox.fail(request.envelope(), Problems.DOCUMENTS_AWAY);
            return;
        }
        switch (outcome) {
            case Rejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Compiled compiled -> render(request, compiled);
        }
    }

    private static Optional<String> named(String dialect) {
        return dialect.isEmpty() ? Optional.empty() : Optional.of(dialect);
    }

    private void explain(ExplainDocument request) {
        TenantRegistry stored = registries.of(request.envelope().tenant());
        Explanation explanation = compilation.explain(stored, request.document(), named(request.dialect()));
        if (stored.isAway()) {
            outbox.fail(request.envelope(), Problems.DOCUMENTS_AWAY);
            return;
        }
        switch (explanation.outcome()) {
            case Rejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Compiled compiled ->
                outbox.answer(
                        request.envelope(),
                        ExplanationJson.write(compiled, explanation, ownData(request.document(), compiled, stored)));
        }
    }

    /** What is wrong with the data that a document brings, by the versions of others that it was compiled with. */
    private ValidationOutcome ownData(byte[] document, Compiled compiled, TenantRegistry stored) {
        Map<String, byte[]> others = new HashMap<>();
        compiled.dependencies().forEach(name -> stored.find(name).ifPresent(found -> others.put(name, found)));
        return switch (validator.prepare(document, others)) {
            case Preparation.Rejected(Problem problem) -> new ValidationOutcome.ValidationRejected(problem);
            case Preparation.Ready(Prepared schema) ->
                schema.validate(compiled.plan().defaultData(), VALIDATION_LANGUAGE);
        };
    }

    private void render(RenderDocument request, Compiled compiled) {
        ChunkedReply page = outbox.page(request.envelope());
        RenderOutcome outcome = renderer.render(compiled.plan(), DEFAULT_DATA, request.presentation(), page::write);
        switch (outcome) {
            case RenderOutcome.Rendered _ -> page.finish();
            case RenderOutcome.RenderRejected(Problem problem) -> outbox.fail(request.envelope(), problem);
        }
    }

    /** A renderer found the plan of a stored schema nowhere: it is made again from what it was made of. */
    private void restorePlan(WithPlan request) {
        TenantId tenant = request.envelope().tenant();
        Optional<byte[]> source = outbox.source(
                tenant,
                new DocumentVersion(request.head().name(), request.head().digest()));
        if (source.isEmpty()) {
            outbox.fail(request.envelope(), Problems.planLost(request.head().name()));
            return;
        }
        TenantRegistry stored = registries.asOf(tenant, request.head(), source.get());
        CompileOutcome outcome = compilation.compile(stored, source.get());
        if (stored.isAway()) {
            outbox.fail(request.envelope(), Problems.planLost(request.head().name()));
            return;
        }
        switch (outcome) {
            case Rejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Compiled compiled -> {
                outbox.storePlan(compiled);
                outbox.sendBack(request.withPlan(compiled.planDigest()));
            }
        }
    }
}
