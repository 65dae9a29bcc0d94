package dev.platen.gateway.page;

import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.PageKey;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Work.RenderDocument;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.EngineVersion;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome;
import dev.platen.gateway.admission.AdmissionConfig;
import dev.platen.gateway.admission.ByteBudget;
import dev.platen.gateway.http.BodyReader;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.schema.Heads;
import dev.platen.gateway.workers.Urgency;
import dev.platen.transport.FragmentTokens;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code GET} and {@code POST /v1/schemas/{name}/render}, and {@code POST /v1/render}. */
@Singleton
public class RenderHandler {
    /** What documents are called that have no name; no schema can be called that. */
    private static final String NOT_STORED = "/-";

    private static final Digest NO_ERRORS = Digest.of(RenderRequest.NO_ERRORS);

    private final Heads heads;
    private final Understood understood;
    private final Pages pages;
    private final GatewayMetrics metrics;
    private final ByteBudget unsent;

    RenderHandler(Heads heads, Pages pages, GatewayMetrics metrics, AdmissionConfig admission) {
        this.unsent = new ByteBudget(admission.unsent().asLongValue());
        this.heads = heads;
        this.understood = new Understood(heads::isStill);
        this.pages = pages;
        this.metrics = metrics;
    }

    /** A stored schema with its default data. */
    public void renderDefault(RoutingContext context) {
        RenderRequest request = RenderRequest.ofDefault(Requests.presentation(context));
        Excerpt excerpt = Requests.excerpt(context);
        TenantId tenant = Requests.tenant(context);
        heads.use(context, metrics, Requests.name(context), head -> {
            PageRequest page = request.page(tenant, head, excerpt, Urgency.interactive());
            understood.remember(tenant, context.request().uri(), head, page);
            answer(context, page);
        });
    }

    /** What is wanted from an address that a page was got from before, or null where it has to be read. */
    public @Nullable PageRequest understood(TenantId tenant, String address) {
        return understood.find(tenant, address);
    }

    /** A stored schema with the data of the body. */
    public void render(RoutingContext context) {
        switch (Members.of(BodyReader.bytes(context), Limits.DEFAULT)) {
            case MembersOutcome.Sliced(var members) ->
                render(context, RenderRequest.of(members, Requests.presentation(context)));
            case MembersOutcome.Refused(Problem problem) -> Problems.answer(context, metrics, problem);
        }
    }

    /** The document of the body, with the data that it brings. */
    public void renderDocument(RoutingContext context) {
        answer(
                context,
                ofDocument(
                        Requests.tenant(context),
                        BodyReader.bytes(context),
                        Requests.dialect(context),
                        Requests.presentation(context)));
    }

    /**
     * The page of a document that is not stored, with the data that it brings.
     *
     * @param dialect how to read it; empty for the one that it looks like
     */
    public static PageRequest ofDocument(TenantId tenant, byte[] document, String dialect, Presentation presentation) {
        Digest readAs = Digest.of(dialect.getBytes(StandardCharsets.UTF_8));
        Digest key = PageKey.of(
                EngineVersion.CURRENT, tenant, Digest.of(document), readAs, NO_ERRORS, presentation, Excerpt.NONE);
        return new PageRequest(
                key,
                tenant.value() + NOT_STORED,
                tenant,
                Urgency.interactive(),
                envelope -> new RenderDocument(envelope, presentation, dialect, document));
    }

    private void render(RoutingContext context, RenderRequest request) {
        Excerpt excerpt = Requests.excerpt(context);
        heads.use(
                context,
                metrics,
                Requests.name(context),
                head -> answer(context, request.page(Requests.tenant(context), head, excerpt, Urgency.interactive())));
    }

    /** A page that a token stands for, or a part of it. */
    void render(RoutingContext context, FragmentTokens.Source source, byte[] data) {
        RenderRequest request =
                new RenderRequest(data, source.data(), RenderRequest.NO_ERRORS, Requests.presentation(context));
        answer(context, request.page(source.tenant(), source.head(), Requests.excerpt(context), Urgency.interactive()));
    }

    /** Answers with a page as HTML or JSON, or says that the client has it. */
    public void answer(RoutingContext context, PageRequest request) {
        if (Requests.wantsJson(context)) {
            pages.serve(request, new PageReport(context, request.key(), metrics));
            return;
        }
        PageResponse response = new PageResponse(context, request, metrics, unsent);
        if (!response.isNotModified()) {
            pages.serve(request, response);
        }
    }
}
