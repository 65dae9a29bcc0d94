package dev.platen.cache;

import dev.platen.transport.CacheName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.infinispan.interceptors.impl.CacheMgmtInterceptor;

/** What a node exports; every name and tag of the module stands here. Thread-safe. */
final class CacheMetrics {
    private static final String CACHE_TAG = "cache";
    private static final String OUTCOME_TAG = "outcome";

    private final MeterRegistry registry;
    private final Counter applied;
    private final Counter ignored;
    private final AtomicLong lag = new AtomicLong();

    CacheMetrics(MeterRegistry registry) {
        this.registry = registry;
        applied = records("applied");
        ignored = records("ignored");
        gauge("platen.cache.log.lag", "Records of the log that are not in the cache yet", lag, AtomicLong::get);
    }

    private Counter records(String outcome) {
        return Counter.builder("platen.cache.log.records")
                .description("Records of the log of schemas by what became of them")
                .tag(OUTCOME_TAG, outcome)
                .register(registry);
    }

    /** Exports the figures of a node for as long as the registry lives. */
    void observe(CacheNode node) {
        gauge("platen.cache.node.members", "Nodes in the cluster, this one included", node, CacheNode::members);
        gauge(
                "platen.cache.node.rebalancing",
                "1 while entries move between nodes",
                node,
                it -> it.isBalanced() ? 0 : 1);
        for (CacheName name : CacheName.values()) {
            observe(name, node.figures(name));
        }
    }

    private void observe(CacheName name, CacheMgmtInterceptor figures) {
        Gauge.builder("platen.cache.node.entries", figures, CacheMgmtInterceptor::getApproximateEntries)
                .strongReference(true)
                .description("Entries on this node")
                .tag(CACHE_TAG, name.label())
                .register(registry);
        Gauge.builder("platen.cache.node.memory", figures, CacheMgmtInterceptor::getDataMemoryUsed)
                .strongReference(true)
                .description("What the entries of this node take of its memory")
                .baseUnit("bytes")
                .tag(CACHE_TAG, name.label())
                .register(registry);
        counter("platen.cache.node.hits", "Look-ups that found an entry", name, figures, CacheMgmtInterceptor::getHits);
        counter("platen.cache.node.misses", "Look-ups that found none", name, figures, CacheMgmtInterceptor::getMisses);
        counter("platen.cache.node.stores", "Entries written", name, figures, CacheMgmtInterceptor::getStores);
        counter(
                "platen.cache.node.evictions",
                "Entries evicted from memory",
                name,
                figures,
                CacheMgmtInterceptor::getEvictions);
    }

    private void counter(
            String metric,
            String description,
            CacheName name,
            CacheMgmtInterceptor figures,
            ToDoubleFunction<CacheMgmtInterceptor> figure) {
        FunctionCounter.builder(metric, figures, figure)
                .description(description)
                .tag(CACHE_TAG, name.label())
                .register(registry);
    }

    private <T> void gauge(String metric, String description, T subject, ToDoubleFunction<T> figure) {
        Gauge.builder(metric, subject, figure)
                .strongReference(true)
                .description(description)
                .register(registry);
    }

    void recordApplied() {
        applied.increment();
    }

    void recordIgnored() {
        ignored.increment();
    }

    void lags(long records) {
        lag.set(records);
    }
}
