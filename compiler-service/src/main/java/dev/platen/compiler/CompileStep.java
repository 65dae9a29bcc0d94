package dev.platen.compiler;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.Work.RenderDocument;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.flow.Work.ValidateData;
import dev.platen.contract.flow.Work.WithPlan;
import dev.platen.contract.id.Digest;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.Renderer;
import dev.platen.transport.ChunkedReply;
import dev.platen.transport.HeadValue;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The step of this service: a document becomes a plan, and the plan what the request asked for. */
@Singleton
class CompileStep {
    private static final byte[] DEFAULT_DATA = {};

    private final Compiler compiler = new Compiler(Limits.DEFAULT);
    private final Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");
    private final CompileOutbox outbox;

    CompileStep(CompileOutbox outbox) {
        this.outbox = outbox;
    }

    void work(Work work) {
        switch (work) {
            case StoreSchema request -> store(request);
            case RenderDocument request -> render(request);
            case WithPlan request -> restorePlan(request);
            case ValidateData _ -> throw new IllegalArgumentException("this tier compiles, it does not validate");
        }
    }

    private void store(StoreSchema request) {
        switch (compiler.compile(request.document())) {
            case Rejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Compiled compiled -> store(request, compiled);
        }
    }

    private void store(StoreSchema request, Compiled compiled) {
        Envelope envelope = request.envelope();
        SchemaHead head = new SchemaHead(request.name(), Digest.of(request.document()), compiled.planDigest());
        outbox.storePlan(compiled);
        Optional<HeadValue> current = outbox.currentHead(envelope.tenant(), request.name());
        if (current.isPresent() && current.get().head().equals(head)) {
            outbox.stored(envelope, current.get(), false, compiled);
            return;
        }
        outbox.append(envelope, head, request.document())
                .ifPresentOrElse(
                        stored -> outbox.stored(envelope, stored, true, compiled),
                        () -> outbox.fail(
                                envelope,
                                new Problem(
                                        ProblemCode.UNAVAILABLE,
                                        "The schema was not stored: its log did not take it. Send it again.")));
    }

    private void render(RenderDocument request) {
        switch (compiler.compile(request.document())) {
            case Rejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Compiled compiled -> {
                ChunkedReply page = outbox.page(request.envelope());
                RenderOutcome outcome =
                        renderer.render(compiled.plan(), DEFAULT_DATA, request.presentation(), page::write);
                switch (outcome) {
                    case RenderOutcome.Rendered _ -> page.finish();
                    case RenderOutcome.RenderRejected(Problem problem) -> outbox.fail(request.envelope(), problem);
                }
            }
        }
    }

    /** A renderer found the plan of a stored schema nowhere: it is made again from the source. */
    private void restorePlan(WithPlan request) {
        Optional<byte[]> source = outbox.source(request.envelope().tenant(), request.head());
        if (source.isEmpty()) {
            outbox.fail(
                    request.envelope(),
                    new Problem(
                            ProblemCode.UNAVAILABLE,
                            "The plan of schema %s is lost and its source cannot be read at the moment. Try again."
                                    .formatted(request.head().name())));
            return;
        }
        CompileOutcome outcome = compiler.compile(source.get());
        switch (outcome) {
            case Rejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Compiled compiled -> {
                outbox.storePlan(compiled);
                outbox.sendBack(request.withPlan(compiled.planDigest()));
            }
        }
    }
}
