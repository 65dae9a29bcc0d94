package dev.platen.gateway.console;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.schema.Heads;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Documents that the caller's tenant has stored. */
@Singleton
class StoredDocuments {
    private final Heads heads;
    private final CacheClient cache;
    private final GatewayMetrics metrics;

    StoredDocuments(Heads heads, CacheClient cache, GatewayMetrics metrics) {
        this.heads = heads;
        this.cache = cache;
        this.metrics = metrics;
    }

    /**
     * Goes on with a document on the event loop of the request, or answers that there is none.
     *
     * @param version {@code name}, or {@code name@digest}
     */
    void read(RoutingContext context, String version, Consumer<byte[]> next) {
        String[] parts = version.split("@", 2);
        SchemaName name = new SchemaName(parts[0]);
        if (parts.length == 2) {
            read(context, name, new Digest(parts[1]), next);
        } else {
            heads.use(context, metrics, name, head -> read(context, name, head.digest(), next));
        }
    }

    private void read(RoutingContext context, SchemaName name, Digest digest, Consumer<byte[]> next) {
        Context loop = Requests.loop();
        var _ = cache.find(CacheName.SCHEMAS, RecordKeys.source(Requests.tenant(context), name, digest))
                .thenAccept(lookedUp -> loop.runOnContext(_ -> {
                    switch (lookedUp) {
                        case LookUp.Found(byte[] document) -> next.accept(document);
                        case LookUp.Absent _ -> Requests.unknown(context, metrics, name);
                        case LookUp.Unreachable _ -> Requests.unreachable(context, metrics);
                    }
                }));
    }
}
