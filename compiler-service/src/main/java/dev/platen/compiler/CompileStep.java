package dev.platen.compiler;

import dev.platen.contract.flow.Work;
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
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.Renderer;
import dev.platen.transport.ChunkedReply;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The step of this service: a document becomes a plan, and the plan what the request asked for. */
@Singleton
class CompileStep {
    private static final byte[] DEFAULT_DATA = {};

    private final Compilation compilation;
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
            case RenewPlan request -> renewals.renew(request.envelope().tenant(), request.name());
            case RenderDocument request -> render(request);
            case WithPlan request -> restorePlan(request);
        }
    }

    private void render(RenderDocument request) {
        TenantRegistry stored = registries.of(request.envelope().tenant());
        CompileOutcome outcome = compilation.compile(stored, request.document());
        if (stored.isAway()) {
            outbox.fail(request.envelope(), Problems.DOCUMENTS_AWAY);
            return;
        }
        switch (outcome) {
            case Rejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Compiled compiled -> render(request, compiled);
        }
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
