package dev.platen.gateway;

import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.Reply.DataValidated;
import dev.platen.contract.flow.Reply.FormAccepted;
import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Reply.SchemaStored;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** {@code PUT} and {@code GET /v1/schemas/{name}}. */
@Singleton
class SchemaHandler {
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

    void store(RoutingContext context) {
        SchemaName name = Requests.name(context);
        byte[] document = BodyReader.bytes(context);
        Context loop = Requests.loop();
        correlator.ask(
                Requests.tenant(context),
                envelope -> new StoreSchema(envelope, name, document),
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
            case PageChunk _, FormAccepted _, DataValidated _ ->
                throw new IllegalStateException("a schema was to be stored, nothing else");
        }
    }

    void read(RoutingContext context) {
        SchemaName name = Requests.name(context);
        Context loop = Requests.loop();
        var _ = heads.find(Requests.tenant(context), name)
                .thenAccept(known -> loop.runOnContext(_ -> {
                    switch (known) {
                        case Heads.Known.Current(SchemaHead head) -> source(context, loop, head);
                        case Heads.Known.Unknown _ -> Requests.unknown(context, metrics, name);
                        case Heads.Known.Unreachable _ -> Requests.unreachable(context, metrics);
                    }
                }));
    }

    private void source(RoutingContext context, Context loop, SchemaHead head) {
        String key = RecordKeys.source(Requests.tenant(context), head.name(), head.digest());
        var _ = cache.find(CacheName.SCHEMAS, key)
                .thenAccept(lookedUp -> loop.runOnContext(_ -> {
                    if (lookedUp instanceof LookUp.Found(byte[] document)) {
                        context.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                .putHeader(HttpHeaders.ETAG, '"' + head.digest().hex() + '"')
                                .end(Buffer.buffer(document));
                    } else {
                        Requests.unreachable(context, metrics);
                    }
                }));
    }
}
