package dev.platen.transport;

import dev.platen.contract.flow.WorkerTier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

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
    private final Counter rebalances;
    private final Counter resizes;
    private final Timer wait;
    private final TransportMeters meters;
    private final WorkerTier tier;

    /** Registers the counters of a tier. */
    public WorkerMetrics(MeterRegistry registry, WorkerTier tier) {
        this.meters = new TransportMeters(registry);
        this.tier = tier;
        meters.busy(tier, busyNanos);
        meters.finished(tier, records);
        late = meters.late(tier);
        deadLetters = meters.deadLetters(tier);
        pauses = meters.pauses(tier);
        rebalances = meters.rebalances(tier);
        resizes = meters.resizes(tier);
        wait = meters.wait(tier);
    }

    void observe(WorkPool pool, LongSupplier limit, LongSupplier inFlight, LaneLag lag) {
        meters.pool(tier, pool);
        meters.lane(tier, limit, inFlight, lag);
    }

    /** Clocks of two machines may differ by more than a record waits. */
    void waited(Duration time) {
        wait.record(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
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

    void rebalanced() {
        rebalances.increment();
    }

    void resized() {
        resizes.increment();
    }
}
