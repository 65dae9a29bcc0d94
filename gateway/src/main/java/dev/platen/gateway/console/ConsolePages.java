package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.Precondition;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Presentation.Layout;
import dev.platen.contract.flow.Reply.DataValidated;
import dev.platen.contract.flow.Reply.FormAccepted;
import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Reply.SchemaStored;
import dev.platen.contract.flow.Reply.SchemasAnswered;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.page.PageCollector;
import dev.platen.gateway.page.Pages;
import dev.platen.gateway.page.RenderRequest;
import dev.platen.gateway.workers.Correlator;
import dev.platen.gateway.workers.Urgency;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Answers with pages of the console: their documents are stored for a tenant of their own as soon as somebody wants to see one,
 * and take the way of all others from there on. Thread-safe.
 */
@Singleton
class ConsolePages {
    /** Whose documents these are. No credential may name this tenant. */
    static final TenantId TENANT = new TenantId("platen-console");

    private static final Presentation PRESENTATION = new Presentation("en", "console", Layout.PAGE);
    private static final byte[] NO_ERRORS = {};

    private final Correlator correlator;
    private final Pages pages;
    private final GatewayMetrics metrics;
    private final Map<ConsoleDocument, SchemaHead> heads = new ConcurrentHashMap<>();

    ConsolePages(Correlator correlator, Pages pages, GatewayMetrics metrics) {
        this.correlator = correlator;
        this.pages = pages;
        this.metrics = metrics;
    }

    /** Answers with the page that the document makes of the data; to be called on the event loop of the request. */
    void answer(RoutingContext context, int status, ConsoleDocument document, ObjectNode data) {
        Context loop = Requests.loop();
        byte[] json = Json.bytes(data);
        head(
                document,
                head -> render(context, loop, status, head, json),
                failed -> loop.runOnContext(_ -> Problems.answer(context, metrics, failed.code(), failed.problem())));
    }

    /** Finds what the document is stored as, or stores it: again and again does no harm. */
    private void head(ConsoleDocument document, Consumer<SchemaHead> next, Consumer<RequestFailed> failed) {
        SchemaHead known = heads.get(document);
        if (known != null) {
            next.accept(known);
            return;
        }
        correlator.ask(
                TENANT,
                envelope -> new StoreSchema(envelope, document.schema(), Precondition.NONE, document.source()),
                reply -> {
                    switch (reply) {
                        case SchemaStored stored -> {
                            heads.put(document, stored.head());
                            next.accept(stored.head());
                        }
                        case RequestFailed refused -> failed.accept(refused);
                        case SchemasAnswered _, PageChunk _, FormAccepted _, DataValidated _ ->
                            throw new IllegalStateException("a schema was to be stored, nothing else");
                    }
                });
    }

    private void render(RoutingContext context, Context loop, int status, SchemaHead head, byte[] data) {
        RenderRequest request = new RenderRequest(data, Digest.of(data), NO_ERRORS, PRESENTATION);
        pages.serve(request.page(TENANT, head, Excerpt.NONE, Urgency.interactive()), new PageCollector() {
            @Override
            public void complete(byte[] html, GatewayMetrics.Source source) {
                loop.runOnContext(_ -> send(context, status, html));
            }

            @Override
            public void failed(ProblemCode code, byte[] problem) {
                loop.runOnContext(_ -> Problems.answer(context, metrics, code, problem));
            }
        });
    }

    /** Sends a page that is not to be kept by anybody. */
    static void send(RoutingContext context, int status, byte[] html) {
        if (!context.response().ended() && !context.response().closed()) {
            context.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(Buffer.buffer(html));
        }
    }
}
