package dev.platen.transport;

import dev.platen.contract.flow.WorkerTier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/**
 * What every tier of workers exports, and the operator reads: time spent on records and their number give the true
 * processing rate. Thread-safe.
 */
public final class WorkerMetrics {
    private final LongAdder busyNanos = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final Counter late;
    private final Counter deadLetters;
    private final Counter pauses;
    private final MeterRegistry registry;
    private final String tier;

    /** Registers the counters of a tier. */
    public WorkerMetrics(MeterRegistry registry, WorkerTier workerTier) {
        this.registry = registry;
        this.tier = workerTier.label();
        FunctionCounter.builder("platen.worker.busy.seconds", busyNanos, nanos -> nanos.sum() / 1e9)
                .description("Time that workers spent on records")
                .tag(WorkerTier.TIER_TAG, tier)
                .register(registry);
        FunctionCounter.builder("platen.worker.records", records, LongAdder::sum)
                .description("Records that workers finished")
                .tag(WorkerTier.TIER_TAG, tier)
                .register(registry);
        late = counter("platen.worker.late", "Records dropped because their deadline had passed");
        deadLetters = counter("platen.worker.dead.letters", "Records put aside as dead letters");
        pauses = counter("platen.worker.pauses", "Times the lane paused because it had enough in flight");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag(WorkerTier.TIER_TAG, tier)
                .register(registry);
    }

    void observe(IntSupplier workers, IntSupplier limit, IntSupplier inFlight) {
        gauge("platen.worker.threads", "Threads that work", workers);
        gauge("platen.worker.in.flight.limit", "Records in flight above which the lane pauses", limit);
        gauge("platen.worker.in.flight", "Records taken and not finished", inFlight);
    }

    private void gauge(String name, String description, IntSupplier value) {
        Gauge.builder(name, value, IntSupplier::getAsInt)
                .strongReference(true)
                .description(description)
                .tag(WorkerTier.TIER_TAG, tier)
                .register(registry);
    }

    void worked(long nanos) {
        busyNanos.add(nanos);
        records.increment();
    }

    void droppedLate() {
        late.increment();
    }

    void deadLettered() {
        deadLetters.increment();
    }

    void paused() {
        pauses.increment();
    }
}
