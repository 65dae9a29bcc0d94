package dev.platen.transport;

import dev.platen.contract.flow.WorkerTier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Names and tags of all that this module counts. Every set of tags is closed: the tiers of workers, the caches, and outcomes
 * that are named here, so that no input makes a series.
 */
final class TransportMeters {
    private static final double NANOS = 1e9;
    private static final String SECONDS = "seconds";
    private static final String BYTES = "bytes";
    private static final String RECORDS = "records";
    private static final String CACHE = "cache";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;

    TransportMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The operator reads this one and {@link #finished} by name. */
    void busy(WorkerTier tier, LongAdder nanos) {
        FunctionCounter.builder("platen.worker.busy.seconds", nanos, sum -> sum.sum() / NANOS)
                .description("Time that workers spent on records")
                .tag(WorkerTier.TIER_TAG, tier.label())
                .register(registry);
    }

    void finished(WorkerTier tier, LongAdder records) {
        FunctionCounter.builder("platen.worker.records", records, LongAdder::sum)
                .description("Records that workers finished")
                .tag(WorkerTier.TIER_TAG, tier.label())
                .register(registry);
    }

    Counter late(WorkerTier tier) {
        return counter(tier, "platen.worker.late", "Records dropped because their deadline had passed");
    }

    Counter deadLetters(WorkerTier tier) {
        return counter(tier, "platen.worker.dead.letters", "Records put aside as dead letters");
    }

    Counter pauses(WorkerTier tier) {
        return counter(tier, "platen.worker.pauses", "Times the lane paused because it had enough in flight");
    }

    Counter rebalances(WorkerTier tier) {
        return counter(tier, "platen.worker.rebalances", "Times the partitions of a group changed hands");
    }

    Counter resizes(WorkerTier tier) {
        return counter(tier, "platen.worker.in.flight.resizes", "Changes of the limit of records in flight");
    }

    Timer wait(WorkerTier tier) {
        return Timer.builder("platen.worker.wait")
                .description("Time from when a record was sent to when work on it began")
                .tag(WorkerTier.TIER_TAG, tier.label())
                .serviceLevelObjectives(Buckets.ofTime())
                .register(registry);
    }

    private Counter counter(WorkerTier tier, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag(WorkerTier.TIER_TAG, tier.label())
                .register(registry);
    }

    void lane(WorkerTier tier, LongSupplier limit, LongSupplier inFlight, LaneLag lag) {
        gauge(tier, "platen.worker.in.flight.limit", "", "Records in flight above which the lane pauses", limit);
        gauge(tier, "platen.worker.in.flight", "", "Records taken and not finished", inFlight);
        gauge(tier, "platen.worker.lag", RECORDS, "Records that wait, as the lane's last fetches told", lag::records);
        gauge(tier, "platen.worker.lag", SECONDS, "Age of the record taken last, where more wait", lag::seconds);
    }

    /** Threads are reused for as long as the pool lives, so nearly all records find one that was started before. */
    void pool(WorkerTier tier, WorkPool pool) {
        gauge(tier, "platen.worker.threads", "", "Threads that work", pool::workers);
        gauge(tier, "platen.worker.threads.active", "", "Threads that work on a record at the moment", pool::active);
        gauge(tier, "platen.worker.queued", RECORDS, "Records that wait for a thread", pool::queued);
        FunctionCounter.builder("platen.worker.threads.started", pool, WorkPool::started)
                .description("Threads that were started; all other records were worked on by one that was there")
                .tag(WorkerTier.TIER_TAG, tier.label())
                .register(registry);
        FunctionCounter.builder("platen.worker.threads.resizes", pool, WorkPool::resizes)
                .description("Changes of the number of threads")
                .tag(WorkerTier.TIER_TAG, tier.label())
                .register(registry);
    }

    private void gauge(WorkerTier tier, String name, String unit, String description, LongSupplier value) {
        Gauge.builder(unit.isEmpty() ? name : name + "." + unit, value, LongSupplier::getAsLong)
                .strongReference(true)
                .description(description)
                .tag(WorkerTier.TIER_TAG, tier.label())
                .register(registry);
    }

    /** Look-ups and writes, by what came of them; writes are counted where they failed. */
    Counter cacheRequests(CacheName cache, String outcome) {
        return Counter.builder("platen.cache.requests")
                .description("Requests to a cache level by their outcome")
                .tag("level", "l2")
                .tag(CACHE, cache.label())
                .tag(OUTCOME, outcome)
                .register(registry);
    }

    Timer cacheLookUps(CacheName cache) {
        return Timer.builder("platen.cache.lookup")
                .description("Time that look-ups in the cluster's cache took, failed ones included")
                .tag(CACHE, cache.label())
                .serviceLevelObjectives(Buckets.ofTime())
                .register(registry);
    }

    Counter claims(String outcome) {
        return Counter.builder("platen.claims")
                .description("Long bodies by what became of them; inline: the cache did not take them")
                .tag(OUTCOME, outcome)
                .register(registry);
    }

    void memoryPressure(IntSupplier pressure) {
        Gauge.builder("platen.memory.pressure", pressure, IntSupplier::getAsInt)
                .strongReference(true)
                .description("0 while memory is enough, 1 from 70 % of the heap after collections, 2 from 85 %")
                .register(registry);
    }

    /** Beside what the library itself counts of a cache in the memory of this process. */
    <C> void memory(String cache, C subject, ToDoubleFunction<C> weight, ToDoubleFunction<C> limit) {
        Gauge.builder("platen.cache.memory", subject, weight)
                .strongReference(true)
                .description("What the entries of a cache in the memory of a service weigh")
                .baseUnit(BYTES)
                .tag(CACHE, cache)
                .register(registry);
        Gauge.builder("platen.cache.memory.limit", subject, limit)
                .strongReference(true)
                .description("What they may weigh at the moment; less than configured while memory is short")
                .baseUnit(BYTES)
                .tag(CACHE, cache)
                .register(registry);
    }
}
