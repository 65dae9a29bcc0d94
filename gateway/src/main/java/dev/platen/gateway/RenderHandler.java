package dev.platen.gateway;

import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.PageKey;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work.RenderDocument;
import dev.platen.contract.flow.Work.RenderPage;
import dev.platen.contract.id.Digest;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.EngineVersion;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** {@code GET} and {@code POST /v1/schemas/{name}/render}, and {@code POST /v1/render}. */
@Singleton
class RenderHandler {
    private static final int FIRST_ATTEMPT = 0;

    private final Heads heads;
    private final Pages pages;
    private final GatewayMetrics metrics;

    RenderHandler(Heads heads, Pages pages, GatewayMetrics metrics) {
        this.heads = heads;
        this.pages = pages;
        this.metrics = metrics;
    }

    /** A stored schema with its default data. */
    void renderDefault(RoutingContext context) {
        render(context, RenderRequest.ofDefault(Requests.presentation(context)));
    }

    /** A stored schema with the data of the body. */
    void render(RoutingContext context) {
        switch (Members.of(BodyReader.bytes(context), Limits.DEFAULT)) {
            case MembersOutcome.Sliced(var members) ->
                render(context, RenderRequest.of(members, Requests.presentation(context)));
            case MembersOutcome.Refused(Problem problem) -> Problems.answer(context, metrics, problem);
        }
    }

    /** The document of the body, with the data that it brings. */
    void renderDocument(RoutingContext context) {
        byte[] document = BodyReader.bytes(context);
        Presentation presentation = Requests.presentation(context);
        Digest digest = Digest.of(document);
        Digest key =
                PageKey.of(EngineVersion.CURRENT, Requests.tenant(context), digest, digest, presentation, Excerpt.NONE);
        PageResponse response = new PageResponse(context, key, metrics);
        byte[] page = pages.remembered(key);
        if (page != null) {
            response.page(page, GatewayMetrics.Source.MEMORY);
            return;
        }
        pages.fetch(
                key,
                Requests.tenant(context),
                envelope -> new RenderDocument(envelope, presentation, document),
                response);
    }

    private void render(RoutingContext context, RenderRequest request) {
        Excerpt excerpt = Requests.excerpt(context);
        heads.use(context, metrics, Requests.name(context), head -> render(context, head, request, excerpt));
    }

    private void render(RoutingContext context, SchemaHead head, RenderRequest request, Excerpt excerpt) {
        Digest key = PageKey.of(
                EngineVersion.CURRENT,
                Requests.tenant(context),
                head.plan(),
                request.dataDigest(),
                request.presentation(),
                excerpt);
        PageResponse response = new PageResponse(context, key, metrics);
        if (response.isNotModified()) {
            return;
        }
        byte[] page = pages.remembered(key);
        if (page != null) {
            response.page(page, GatewayMetrics.Source.MEMORY);
            return;
        }
        pages.fetch(
                key,
                Requests.tenant(context),
                envelope -> new RenderPage(
                        envelope, head, key, request.presentation(), excerpt, request.data(), FIRST_ATTEMPT),
                response);
    }
}
