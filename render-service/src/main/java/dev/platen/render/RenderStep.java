package dev.platen.render;

import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.Work.RenderPage;
import dev.platen.contract.flow.Work.SubmitForm;
import dev.platen.contract.flow.Work.ValidateData;
import dev.platen.contract.flow.Work.WithPlan;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.form.SentErrors;
import dev.platen.engine.form.SentErrorsOutcome;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.View;
import dev.platen.transport.ChunkedReply;
import jakarta.inject.Singleton;
import java.util.Set;

/** The step of this service: a plan and data become a page. */
@Singleton
class RenderStep {
    /** Detours over the compiler before a request fails: one makes a lost plan again, a second one covers a race. */
    private static final int MAX_ATTEMPTS = 2;

    private final Plans plans;
    private final Rendering rendering;
    private final FormStep forms;
    private final LateParts late;
    private final RenderOutbox outbox;
    private final RenderMetrics metrics;

    RenderStep(
            Plans plans,
            Rendering rendering,
            FormStep forms,
            LateParts late,
            RenderOutbox outbox,
            RenderMetrics metrics) {
        this.late = late;
        this.metrics = metrics;
        this.plans = plans;
        this.rendering = rendering;
        this.forms = forms;
        this.outbox = outbox;
    }

    void work(Work work) {
        switch (work) {
            case WithPlan request ->
                plans.find(request.head().plan(), request.attempt() > 0)
                        .ifPresentOrElse(plan -> work(request, plan), () -> askForPlan(request));
            case Work.StoreSchema _,
                    Work.RemoveSchema _,
                    Work.ListSchemas _,
                    Work.DescribeSchema _,
                    Work.RenewPlan _,
                    Work.RenderDocument _,
                    Work.ExplainDocument _ ->
                throw new IllegalArgumentException("this tier renders stored schemas, it does not compile");
        }
    }

    private void work(WithPlan request, Plan plan) {
        switch (request) {
            case RenderPage page -> render(page, plan);
            case SubmitForm form -> forms.submit(form, plan);
            case ValidateData data -> forms.validate(data, plan);
        }
    }

    private void render(RenderPage request, Plan plan) {
        switch (SentErrors.read(request.errors(), plan.parts())) {
            case SentErrorsOutcome.Misunderstood(Problem problem) -> outbox.fail(request.envelope(), problem);
            case SentErrorsOutcome.Understood(var errors) -> render(request, plan, View.NONE.withErrors(errors));
        }
    }

    private void render(RenderPage request, Plan plan, View found) {
        ChunkedReply page = outbox.page(request.envelope());
        switch (render(request, plan, found, page)) {
            case RenderOutcome.Rendered rendered -> {
                late.keep(rendered, request.envelope().tenant(), request.data());
                page.finish().ifPresent(html -> outbox.keep(request, html));
            }
            case RenderOutcome.RenderRejected(Problem problem) -> outbox.fail(request.envelope(), problem);
        }
    }

    private RenderOutcome render(RenderPage request, Plan plan, View found, ChunkedReply page) {
        metrics.page();
        Excerpt excerpt = request.excerpt();
        View opened = found.withOpen(Set.copyOf(excerpt.open()));
        View view = late.of(opened, plan, request.envelope().tenant(), request.head(), request.data());
        return rendering.render(plan, request.data(), view, request.presentation(), excerpt.part(), page::write);
    }

    private void askForPlan(WithPlan request) {
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
