package dev.platen.render;

import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.Work.RenderPage;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.Renderer;
import dev.platen.transport.ChunkedReply;
import jakarta.inject.Singleton;

/** The step of this service: a plan and data become a page. */
@Singleton
class RenderStep {
    /** Detours over the compiler before a request fails: one makes a lost plan again, a second one covers a race. */
    private static final int MAX_ATTEMPTS = 2;

    private final Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");
    private final Plans plans;
    private final RenderOutbox outbox;

    RenderStep(Plans plans, RenderOutbox outbox) {
        this.plans = plans;
        this.outbox = outbox;
    }

    void work(Work work) {
        switch (work) {
            case RenderPage request ->
                plans.find(request.head().plan())
                        .ifPresentOrElse(plan -> render(request, plan), () -> askForPlan(request));
            case Work.StoreSchema _, Work.RenderDocument _ ->
                throw new IllegalArgumentException("this tier renders stored schemas, it does not compile");
        }
    }

    private void render(RenderPage request, Plan plan) {
        ChunkedReply page = outbox.page(request.envelope());
        switch (renderer.render(plan, request.data(), request.presentation(), page::write)) {
            case RenderOutcome.Rendered _ -> page.finish().ifPresent(html -> outbox.keep(request.page(), html));
            case RenderOutcome.RenderRejected(Problem problem) -> outbox.fail(request.envelope(), problem);
        }
    }

    private void askForPlan(RenderPage request) {
        if (request.attempt() < MAX_ATTEMPTS) {
            outbox.recompile(request);
            return;
        }
        outbox.fail(
                request.envelope(),
                new Problem(
                        ProblemCode.UNAVAILABLE,
                        "The plan of schema %s was made again, but the cache did not keep it. Try again."
                                .formatted(request.head().name())));
    }
}
