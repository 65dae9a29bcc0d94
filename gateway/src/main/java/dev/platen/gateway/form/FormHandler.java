package dev.platen.gateway.form;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work.SubmitForm;
import dev.platen.contract.flow.Work.ValidateData;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome;
import dev.platen.gateway.http.BodyReader;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.page.RenderRequest;
import dev.platen.gateway.schema.Heads;
import dev.platen.gateway.workers.Correlator;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** {@code POST /v1/schemas/{name}/submissions} and {@code POST /v1/schemas/{name}/validate}. */
@Singleton
public class FormHandler {
    private static final int FIRST_ATTEMPT = 0;

    /** Characters: far more than the longest boundary needs. */
    private static final int MAX_MEDIA_TYPE = 256;

    private final Heads heads;
    private final Correlator correlator;
    private final GatewayMetrics metrics;

    FormHandler(Heads heads, Correlator correlator, GatewayMetrics metrics) {
        this.heads = heads;
        this.correlator = correlator;
        this.metrics = metrics;
    }

    /** A form that a browser posted, or data that a program sent. */
    public void submit(RoutingContext context) {
        String header = Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.CONTENT_TYPE), "");
        String mediaType = header.substring(0, Math.min(header.length(), MAX_MEDIA_TYPE));
        switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case FormEncoding.URL_ENCODED, FormEncoding.MULTIPART -> submitForm(context, mediaType);
            case "application/json" -> validate(context, true);
            case String other ->
                Problems.answer(
                        context,
                        metrics,
                        ProblemCode.MEDIA_TYPE_UNKNOWN,
                        "A submission is %s, %s or application/json, found '%s'."
                                .formatted(FormEncoding.URL_ENCODED, FormEncoding.MULTIPART, other));
        }
    }

    private void submitForm(RoutingContext context, String mediaType) {
        byte[] body = BodyReader.bytes(context);
        Presentation presentation = Requests.presentation(context);
        boolean isSwap = context.request().headers().contains("HX-Request");
        heads.use(context, metrics, Requests.name(context), head -> {
            FormResponse response = new FormResponse(context, metrics);
            correlator.ask(
                    Requests.tenant(context),
                    envelope -> new SubmitForm(envelope, head, presentation, isSwap, mediaType, body, FIRST_ATTEMPT),
                    response::take);
        });
    }

    /** Data that is only to be looked at. */
    public void validate(RoutingContext context) {
        validate(context, false);
    }

    private void validate(RoutingContext context, boolean accept) {
        data(
                context,
                request -> heads.use(
                        context, metrics, Requests.name(context), head -> validate(context, head, request, accept)));
    }

    private void data(RoutingContext context, Consumer<RenderRequest> next) {
        switch (Members.of(BodyReader.bytes(context), Limits.DEFAULT)) {
            case MembersOutcome.Sliced(var members)
            when members.containsKey("data") ->
                next.accept(RenderRequest.ofData(members, Requests.presentation(context)));
            case MembersOutcome.Sliced _ ->
                throw new IllegalArgumentException("the body must be an object with a member 'data'");
            case MembersOutcome.Refused(Problem problem) -> Problems.answer(context, metrics, problem);
        }
    }

    private void validate(RoutingContext context, SchemaHead head, RenderRequest request, boolean accept) {
        FormResponse response = new FormResponse(context, metrics);
        correlator.ask(
                Requests.tenant(context),
                envelope ->
                        new ValidateData(envelope, head, request.presentation().locale(), accept, request.data(), 0),
                accept ? response::take : response::takeReport);
    }
}
