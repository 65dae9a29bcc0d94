package dev.platen.gateway.schema;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.platen.contract.flow.Notice.SchemaChanged;
import dev.platen.contract.flow.Notice.SchemaRemoved;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.gateway.GatewayConfig;
import dev.platen.gateway.events.Events;
import dev.platen.gateway.http.RequestScope;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.CloudEvents.Decoded;
import dev.platen.transport.HeadEntry;
import dev.platen.transport.HeadValue;
import dev.platen.transport.Tracing;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * What a name stands for: remembered here for a short time, looked up in the cluster's cache, corrected by notices. While
 * that cache cannot be asked, pages are made of what was known last, for some minutes more.
 */
@Singleton
public class Heads {
    /** What is known of a name. */
    public sealed interface Known {
        /**
         * The name stands for this version.
         *
         * @param isOutdated whether it is known that its page is older than what the schema refers to
         */
        record Current(SchemaHead head, boolean isOutdated) implements Known {}

        /** There is no schema of that name. */
        record Unknown() implements Known {}

        /** The cache cannot be asked at the moment. */
        record Unreachable() implements Known {}
    }

    /** How long a head counts beyond the time for which nobody is asked. */
    private static final Duration LAST_KNOWN = Duration.ofMinutes(5);

    private record Remembered(SchemaHead head, long sinceNanos) {}

    private final Cache<String, Remembered> memory;
    private final Duration fresh;
    private final CacheClient cache;
    private final Events events;
    private final Tracing tracing;

    Heads(GatewayConfig config, CacheClient cache, Events events, Tracing tracing) {
        this.tracing = tracing;
        this.events = events;
        this.cache = cache;
        fresh = config.headCacheTtl();
        memory = Caffeine.newBuilder()
                .maximumSize(config.headCacheEntries())
                .expireAfterWrite(fresh.plus(LAST_KNOWN))
                .build();
    }

    /** Whether this process remembers that the name stands for this version. */
    public boolean isStill(TenantId tenant, SchemaHead head) {
        return head.equals(remembered(tenant, head.name()));
    }

    /** The head as this process remembers it, or null. */
    private @Nullable SchemaHead remembered(TenantId tenant, SchemaName name) {
        Remembered known = memory.getIfPresent(RecordKeys.head(tenant, name));
        return known == null || System.nanoTime() - known.sinceNanos() >= fresh.toNanos() ? null : known.head();
    }

    /**
     * Goes on with the head of a schema, on the event loop of the request, or answers that there is none or that it
     * cannot be known at the moment.
     */
    public void use(RoutingContext context, GatewayMetrics metrics, SchemaName name, Consumer<SchemaHead> next) {
        TenantId tenant = Requests.tenant(context);
        SchemaHead known = remembered(tenant, name);
        tracing.remembered(CacheName.SCHEMAS.label(), known != null);
        if (known != null) {
            next.accept(known);
            return;
        }
        Context loop = Requests.loop();
        var _ = current(tenant, name)
                .thenAccept(found -> loop.runOnContext(_ -> RequestScope.within(context, () -> {
                    switch (found) {
                        case Known.Current(SchemaHead head, boolean _) -> next.accept(head);
                        case Known.Unknown _ -> Requests.unknown(context, metrics, name);
                        case Known.Unreachable _ -> Requests.unreachable(context, metrics);
                    }
                })));
    }

    /** What is remembered, otherwise what the cache says, otherwise what was known last; the future never fails. */
    public CompletableFuture<Known> current(TenantId tenant, SchemaName name) {
        SchemaHead known = remembered(tenant, name);
        return known == null
                ? find(tenant, name).thenApply(found -> orLastKnown(found, tenant, name))
                : CompletableFuture.completedFuture(new Known.Current(known, false));
    }

    private Known orLastKnown(Known found, TenantId tenant, SchemaName name) {
        Remembered last = memory.getIfPresent(RecordKeys.head(tenant, name));
        return found instanceof Known.Unreachable && last != null ? new Known.Current(last.head(), false) : found;
    }

    /** Asks the cache; the future never fails. */
    CompletableFuture<Known> find(TenantId tenant, SchemaName name) {
        String key = RecordKeys.head(tenant, name);
        return cache.find(CacheName.SCHEMAS, key).thenApply(lookedUp -> switch (lookedUp) {
            case LookUp.Found(byte[] value) ->
                HeadEntry.decode(name, value)
                        .<Known>map(entry -> known(key, entry))
                        .orElseGet(Known.Unreachable::new);
            case LookUp.Absent _ -> new Known.Unknown();
            case LookUp.Unreachable _ -> new Known.Unreachable();
        });
    }

    private Known known(String key, HeadEntry entry) {
        return switch (entry) {
            case HeadValue value -> {
                keep(key, value.head());
                yield new Known.Current(value.head(), value.facts().isOutdated());
            }
            case HeadEntry.Gone _ -> {
                memory.invalidate(key);
                yield new Known.Unknown();
            }
        };
    }

    /** Forgets a name that was removed just now. */
    void forget(TenantId tenant, SchemaName name) {
        memory.invalidate(RecordKeys.head(tenant, name));
    }

    /** Remembers a head that was stored just now, so that whoever stored it reads it. */
    void remember(TenantId tenant, SchemaHead head) {
        keep(RecordKeys.head(tenant, head.name()), head);
    }

    private void keep(String key, SchemaHead head) {
        memory.put(key, new Remembered(head, System.nanoTime()));
    }

    @Incoming("schema-changes")
    void changed(ConsumerRecord<byte[], byte[]> notice) {
        switch (CloudEvents.decode(notice.headers(), notice.value())) {
            case Decoded.Read(SchemaChanged(TenantId tenant, SchemaHead head)) -> {
                remember(tenant, head);
                events.tell(
                        tenant,
                        "schema",
                        Map.of(
                                "name", head.name().value(),
                                "digest", head.digest().hex(),
                                "plan", head.plan().hex()));
            }
            case Decoded.Read(SchemaRemoved(TenantId tenant, SchemaName name)) -> {
                forget(tenant, name);
                events.tell(tenant, "schema-removed", Map.of("name", name.value()));
            }
            case Decoded.Read _, Decoded.Unreadable _ -> {}
        }
    }
}
