package dev.platen.render;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.platen.contract.flow.Work.SubmitForm;
import dev.platen.contract.flow.Work.ValidateData;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.form.Confirmation;
import dev.platen.engine.form.FormOutcome;
import dev.platen.engine.form.FormOutcome.Accepted;
import dev.platen.engine.form.FormOutcome.FormRefused;
import dev.platen.engine.form.FormOutcome.ShownAgain;
import dev.platen.engine.form.PostedForm;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.Prepared;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import dev.platen.transport.ChunkedReply;
import jakarta.inject.Singleton;

/** The step of this service for what people send: a posted form is accepted or shown again, data is validated. */
@Singleton
class FormStep {
    private static final byte[] NO_PAGE = {};
    private static final byte[] NO_DATA = {};

    private static final int CONFIRMATIONS = 1_000;

    private final PostedForm forms = new PostedForm(Limits.DEFAULT);

    /** By the identity of their plans, as the renderer knows plans: otherwise each would be linked for one page. */
    private final Cache<Plan, Plan> confirmations =
            Caffeine.newBuilder().weakKeys().maximumSize(CONFIRMATIONS).build();

    private final Schemas schemas;
    private final Rendering rendering;
    private final LateParts late;
    private final RenderOutbox outbox;

    FormStep(Schemas schemas, Rendering rendering, LateParts late, RenderOutbox outbox) {
        this.late = late;
        this.schemas = schemas;
        this.rendering = rendering;
        this.outbox = outbox;
    }

    void submit(SubmitForm request, Plan plan) {
        switch (schemas.find(request.envelope().tenant(), request.head(), plan)) {
            case Preparation.Rejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Preparation.Ready(Prepared schema) ->
                answer(
                        request,
                        plan,
                        forms.read(
                                plan,
                                schema,
                                request.mediaType(),
                                request.body(),
                                request.presentation().locale()));
        }
    }

    private void answer(SubmitForm request, Plan plan, FormOutcome outcome) {
        switch (outcome) {
            case FormRefused(Problem problem) -> outbox.fail(request.envelope(), problem);
            case ShownAgain shown -> show(request, plan, shown);
            case Accepted(byte[] data) -> accept(request, plan, data);
        }
    }

    private void show(SubmitForm request, Plan plan, ShownAgain shown) {
        ChunkedReply page = outbox.form(request.envelope(), shown.hasErrors());
        TenantId tenant = request.envelope().tenant();
        boolean isPart = request.isSwap() && !shown.part().isEmpty();
        View view = late.of(isPart ? shown.viewOfPart() : shown.view(), plan, tenant, request.head(), shown.data());
        String part = isPart ? shown.part() : "";
        RenderOutcome outcome = rendering.render(plan, shown.data(), view, request.presentation(), part, page::write);
        switch (outcome) {
            case Rendered rendered -> {
                late.keep(rendered, tenant, shown.data());
                page.finish();
            }
            case RenderRejected(Problem problem) -> outbox.fail(request.envelope(), problem);
        }
    }

    private void accept(SubmitForm request, Plan plan, byte[] data) {
        WholePage page = new WholePage();
        Plan confirmation = confirmations.get(plan, Confirmation::of);
        switch (rendering.render(confirmation, NO_DATA, View.NONE, request.presentation(), "", page)) {
            case Rendered _ -> outbox.accept(request.envelope(), request.head(), data, page.toBytes());
            case RenderRejected(Problem problem) -> outbox.fail(request.envelope(), problem);
        }
    }

    void validate(ValidateData request, Plan plan) {
        switch (schemas.find(request.envelope().tenant(), request.head(), plan)) {
            case Preparation.Rejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Preparation.Ready(Prepared schema) -> validate(request, schema);
        }
    }

    private void validate(ValidateData request, Prepared schema) {
        switch (schema.validate(request.data(), request.locale())) {
            case ValidationRejected(Problem problem) -> outbox.fail(request.envelope(), problem);
            case Validated validated
            when validated.isValid() && request.accept() ->
                outbox.accept(request.envelope(), request.head(), request.data(), NO_PAGE);
            case Validated validated -> outbox.validated(request.envelope(), validated);
        }
    }
}
