package dev.platen.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.Work;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages by content address: this process's memory, then the cluster's cache, then the workers; one flight per key,
 * however many ask. Thread-safe.
 */
@Singleton
class Pages {
    private final Cache<Digest, byte[]> memory;
    private final CacheClient cache;
    private final Correlator correlator;
    private final GatewayMetrics metrics;
    private final ConcurrentMap<Digest, Flight> flights = new ConcurrentHashMap<>();

    Pages(GatewayConfig config, CacheClient cache, Correlator correlator, GatewayMetrics metrics) {
        this.cache = cache;
        this.correlator = correlator;
        this.metrics = metrics;
        memory = Caffeine.newBuilder()
                .maximumWeight(config.pageCache().asLongValue())
                .weigher((Digest _, byte[] page) -> page.length)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(metrics.registry(), memory, "pages");
    }

    /** The page as this process remembers it, or null. */
    byte @Nullable [] remembered(Digest key) {
        return memory.getIfPresent(key);
    }

    /** Looks the page up in the cluster's cache and, if nobody has it, asks the workers. */
    void fetch(Digest key, TenantId tenant, Function<Envelope, Work> work, PageResponse response) {
        var _ = cache.get(CacheName.PAGES, key.hex()).thenAccept(lookedUp -> {
            if (lookedUp instanceof LookUp.Found(byte[] page)) {
                memory.put(key, page);
                response.pageLater(page, GatewayMetrics.Source.CACHE);
                return;
            }
            board(key, tenant, work, response);
        });
    }

    private void board(Digest key, TenantId tenant, Function<Envelope, Work> work, PageResponse response) {
        Flight own = new Flight();
        Flight flight = flights.compute(key, (_, flying) -> flying != null && flying.join(response) ? flying : own);
        if (flight != own) {
            metrics.coalesced();
            return;
        }
        own.join(response);
        correlator.ask(tenant, work, reply -> land(key, own, reply));
    }

    private void land(Digest key, Flight flight, Reply reply) {
        switch (flight.onReply(reply)) {
            case Flight.Landing.Complete(byte[] page) -> {
                memory.put(key, page);
                flights.remove(key, flight);
            }
            case Flight.Landing.Gone _ -> flights.remove(key, flight);
            case Flight.Landing.StillFlying _ -> {}
        }
    }
}
