package dev.platen.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.Weigher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/**
 * The first level of the cache: what a service keeps in its own memory, bounded by bytes and measured. While memory is short, all
 * of it gives way. Thread-safe.
 */
@Singleton
public final class LocalCaches {
    private record Bound(long configured, LongConsumer limit) {}

    private final MeterRegistry registry;
    private final List<Bound> bounds = new CopyOnWriteArrayList<>();

    /** Caches that report to this registry. */
    public LocalCaches(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A cache that exists as long as the process.
     *
     * @param name of the cache, for its metrics; one of few
     * @param bytes that its entries may weigh
     */
    public <K, V> Cache<K, V> open(String name, long bytes, Weigher<K, V> weigher) {
        Cache<K, V> cache = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(weigher)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(registry, cache, name);
        Policy.Eviction<K, V> bound = cache.policy().eviction().orElseThrow();
        new TransportMeters(registry)
                .memory(name, bound, it -> it.weightedSize().orElse(0), Policy.Eviction::getMaximum);
        bounds.add(new Bound(bytes, limit -> {
            bound.setMaximum(limit);
            cache.cleanUp();
        }));
        return cache;
    }

    /** From now on the entries of each cache weigh at most this share of what was configured; returns when they do. */
    void give(double share) {
        bounds.forEach(bound -> bound.limit().accept((long) (bound.configured() * share)));
    }
}
