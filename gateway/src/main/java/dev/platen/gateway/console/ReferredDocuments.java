package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.schema.Heads;
import dev.platen.gateway.schema.Heads.Known;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The stored documents that others refer to, as they are now, within the limits that a compilation has. */
@Singleton
class ReferredDocuments {
    private static final byte[] NONE = {};

    private final Heads heads;
    private final CacheClient cache;

    ReferredDocuments(Heads heads, CacheClient cache) {
        this.heads = heads;
        this.cache = cache;
    }

    /**
     * Goes on, on the event loop of the request, with all documents of the caller's tenant to which these refer, directly or
     * not, by their names. What cannot be found is left out.
     */
    void find(RoutingContext context, List<JsonNode> documents, Consumer<Map<String, JsonNode>> next) {
        Context loop = Requests.loop();
        Search search = new Search(Requests.tenant(context));
        documents.forEach(search::want);
        var _ = search.found().thenAccept(found -> loop.runOnContext(_ -> next.accept(found)));
    }

    /** One after the other, each at most once. */
    private final class Search {
        private final TenantId tenant;
        private final Set<String> known = new HashSet<>();
        private final Deque<String> wanted = new ArrayDeque<>();
        private final Map<String, JsonNode> found = new HashMap<>();
        private int bytes;

        Search(TenantId tenant) {
            this.tenant = tenant;
        }

        void want(JsonNode document) {
            ComparedDocument.namesIn(document).stream().filter(known::add).forEach(wanted::add);
        }

        CompletableFuture<Map<String, JsonNode>> found() {
            String name = wanted.poll();
            if (name == null || found.size() >= Limits.DEFAULT.documents() || bytes > Limits.DEFAULT.schemaBytes()) {
                return CompletableFuture.completedFuture(found);
            }
            return source(new SchemaName(name)).thenCompose(source -> {
                bytes += source.length;
                JsonNode document = Json.read(source);
                if (document.isObject()) {
                    found.put(name, document);
                    want(document);
                }
                return found();
            });
        }

        private CompletableFuture<byte[]> source(SchemaName name) {
            return heads.current(tenant, name).thenCompose(head -> switch (head) {
                case Known.Current current ->
                    cache.find(
                                    CacheName.SCHEMAS,
                                    RecordKeys.source(
                                            tenant, name, current.head().digest()))
                            .thenApply(Search::bytes);
                case Known.Unknown _, Known.Unreachable _ -> CompletableFuture.completedFuture(NONE);
            });
        }

        private static byte[] bytes(LookUp lookedUp) {
            return switch (lookedUp) {
                case LookUp.Found(byte[] document) -> document;
                case LookUp.Absent _, LookUp.Unreachable _ -> NONE;
            };
        }
    }
}
