package dev.platen.gateway.page;

import dev.platen.contract.flow.Notice.PagesPurged;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.gateway.events.Events;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheName;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.Publisher;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * {@code DELETE /v1/cache?tag=}: the pages of a schema are forgotten, in the cluster and in the memory of every gateway. A
 * page that is on its way meanwhile may be kept again.
 */
@Singleton
public class CacheHandler {
    private final Pages pages;
    private final CacheClient cache;
    private final Publisher publisher;
    private final Events events;
    private final GatewayMetrics metrics;

    CacheHandler(Pages pages, CacheClient cache, Publisher publisher, Events events, GatewayMetrics metrics) {
        this.pages = pages;
        this.cache = cache;
        this.publisher = publisher;
        this.events = events;
        this.metrics = metrics;
    }

    /** Forgets the pages that the query names. */
    public void purge(RoutingContext context) {
        List<String> tags = context.queryParam("tag");
        if (tags.size() != 1) {
            throw new IllegalArgumentException("the query names one schema whose pages are to go: ?tag=NAME");
        }
        SchemaName name = new SchemaName(tags.getFirst());
        TenantId tenant = Requests.tenant(context);
        String tag = RecordKeys.head(tenant, name);
        Context loop = Requests.loop();
        var _ = cache.removeAll(CacheName.PAGES, tag + "/").thenAccept(removed -> {
            // Only now: what the gateways forget before, they would find again in the cluster.
            int forgotten = pages.forget(tag);
            var _ = publisher
                    .announce(new PagesPurged(tenant, name))
                    .handle((_, failure) -> failure == null)
                    .thenAccept(isAnnounced -> loop.runOnContext(
                            _ -> answer(context, tag, isAnnounced ? removed : OptionalLong.empty(), forgotten)));
        });
    }

    private void answer(RoutingContext context, String tag, OptionalLong removed, int forgotten) {
        if (removed.isEmpty()) {
            Problems.answer(
                    context,
                    metrics,
                    ProblemCode.UNAVAILABLE,
                    "Not every cache could be reached, pages may be left. Try again.");
            return;
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("cache-tag", tag)
                .end("{\"tag\":\"%s\",\"cluster\":%d,\"memory\":%d}".formatted(tag, removed.getAsLong(), forgotten));
    }

    @Incoming("schema-changes")
    void purged(ConsumerRecord<byte[], byte[]> notice) {
        if (CloudEvents.decode(notice.headers(), notice.value())
                instanceof CloudEvents.Decoded.Read(PagesPurged(TenantId tenant, SchemaName name))) {
            pages.forget(RecordKeys.head(tenant, name));
            events.tell(tenant, "purge", Map.of("name", name.value()));
        }
    }
}
