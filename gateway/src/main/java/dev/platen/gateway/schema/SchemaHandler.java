package dev.platen.gateway.schema;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Precondition;
import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.Reply.DataValidated;
import dev.platen.contract.flow.Reply.FormAccepted;
import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Reply.SchemaStored;
import dev.platen.contract.flow.Reply.SchemasAnswered;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.Work.DescribeSchema;
import dev.platen.contract.flow.Work.ExplainDocument;
import dev.platen.contract.flow.Work.ListSchemas;
import dev.platen.contract.flow.Work.RemoveSchema;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.gateway.http.BodyReader;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.RequestScope;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.workers.Correlator;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code PUT}, {@code GET} and {@code DELETE /v1/schemas/{name}}, and the list of all. */
@Singleton
public class SchemaHandler {
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    /** Says that the page is older than what the schema refers to; the list of schemas says why. */
    private static final CharSequence OUTDATED = HttpHeaders.createOptimized("platen-outdated");

    private final Correlator correlator;
    private final Heads heads;
    private final CacheClient cache;
    private final GatewayMetrics metrics;

    SchemaHandler(Correlator correlator, Heads heads, CacheClient cache, GatewayMetrics metrics) {
        this.correlator = correlator;
        this.heads = heads;
        this.cache = cache;
        this.metrics = metrics;
    }

    /** Compiles the document of the body and stores it. */
    public void store(RoutingContext context) {
        SchemaName name = Requests.name(context);
        Precondition precondition = IfMatch.of(context.request());
        byte[] document = BodyReader.bytes(context);
        Context loop = Requests.loop();
        correlator.ask(
                Requests.tenant(context),
                envelope -> new StoreSchema(envelope, name, precondition, document),
                reply -> loop.runOnContext(_ -> stored(context, reply)));
    }

    private void stored(RoutingContext context, Reply reply) {
        switch (reply) {
            case SchemaStored stored -> {
                heads.remember(Requests.tenant(context), stored.head());
                context.response()
                        .setStatusCode(stored.created() ? 201 : 200)
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(
                                HttpHeaders.LOCATION,
                                "/v1/schemas/" + stored.head().name())
                        .putHeader(
                                HttpHeaders.ETAG, '"' + stored.head().digest().hex() + '"')
                        .end(Buffer.buffer(stored.report()));
            }
            case RequestFailed failed -> Problems.answer(context, metrics, failed.code(), failed.problem());
            case SchemasAnswered _, PageChunk _, FormAccepted _, DataValidated _ ->
                throw new IllegalStateException("a schema was to be stored, nothing else");
        }
    }

    /** Removes a schema, or only if it is still that version; whoever has its digest may still read it. */
    public void remove(RoutingContext context) {
        Version version = Version.of(context);
        SchemaName name = version.name();
        Precondition precondition = version.precondition(context);
        ask(context, envelope -> new RemoveSchema(envelope, name, precondition), _ -> {
            heads.forget(Requests.tenant(context), name);
            context.response().setStatusCode(204).end();
        });
    }

    /** Lists schemas, a page at a time. */
    public void list(RoutingContext context) {
        String after = Requests.query(context, "after", "");
        int limit = limit(Requests.query(context, "limit", Integer.toString(PAGE)));
        ask(context, envelope -> new ListSchemas(envelope, after, limit), report -> json(context, report));
    }

    /** Tells what a name stands for, which versions it stood for, and who refers to it. */
    public void versions(RoutingContext context) {
        SchemaName name = Requests.name(context);
        ask(context, envelope -> new DescribeSchema(envelope, name), report -> json(context, report));
    }

    /** Tells all about the document of the body, which is not stored. */
    public void explain(RoutingContext context) {
        byte[] document = BodyReader.bytes(context);
        String dialect = Requests.dialect(context);
        ask(context, envelope -> new ExplainDocument(envelope, dialect, document), report -> json(context, report));
    }

    private static void json(RoutingContext context, byte[] report) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(report));
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > LARGEST_PAGE) {
            throw new IllegalArgumentException("limit must be a number from 1 to %s".formatted(LARGEST_PAGE));
        }
        return Integer.parseInt(text);
    }

    private void ask(RoutingContext context, Function<Envelope, Work> work, Consumer<byte[]> next) {
        Context loop = Requests.loop();
        correlator.ask(
                Requests.tenant(context),
                work,
                reply -> loop.runOnContext(_ -> {
                    switch (reply) {
                        case SchemasAnswered answered -> next.accept(answered.report());
                        case RequestFailed failed -> Problems.answer(context, metrics, failed.code(), failed.problem());
                        case SchemaStored _, PageChunk _, FormAccepted _, DataValidated _ ->
                            throw new IllegalStateException("stored schemas were asked for, nothing else");
                    }
                }));
    }

    /** Reads the document of a schema, or of a version by its digest. */
    public void read(RoutingContext context) {
        Version version = Version.of(context);
        version.digest()
                .ifPresentOrElse(
                        digest -> version(context, Requests.loop(), version.name(), digest),
                        () -> current(context, version.name()));
    }

    private void current(RoutingContext context, SchemaName name) {
        Context loop = Requests.loop();
        var _ = heads.find(Requests.tenant(context), name)
                .thenAccept(known -> loop.runOnContext(_ -> RequestScope.within(context, () -> {
                    switch (known) {
                        case Heads.Known.Current(SchemaHead head, boolean isOutdated) -> {
                            if (isOutdated) {
                                context.response().putHeader(OUTDATED, "true");
                            }
                            version(context, loop, name, head.digest());
                        }
                        case Heads.Known.Unknown _ -> Requests.unknown(context, metrics, name);
                        case Heads.Known.Unreachable _ -> Requests.unreachable(context, metrics);
                    }
                })));
    }

    private void version(RoutingContext context, Context loop, SchemaName name, Digest digest) {
        String key = RecordKeys.source(Requests.tenant(context), name, digest);
        var _ = cache.find(CacheName.SCHEMAS, key)
                .thenAccept(lookedUp -> loop.runOnContext(_ -> {
                    switch (lookedUp) {
                        case LookUp.Found(byte[] document) ->
                            context.response()
                                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                    .putHeader(HttpHeaders.ETAG, '"' + digest.hex() + '"')
                                    .end(Buffer.buffer(document));
                        case LookUp.Absent _ -> Requests.unknown(context, metrics, name);
                        case LookUp.Unreachable _ -> Requests.unreachable(context, metrics);
                    }
                }));
    }
}
