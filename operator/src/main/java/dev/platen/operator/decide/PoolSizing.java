package dev.platen.operator.decide;

import org.jspecify.annotations.Nullable;

/** Sizes the pools inside a pod: threads by the processors, records in flight by Little's law. */
final class PoolSizing {
    /** From asking for records to having them committed, in seconds: generous for brokers in the same region. */
    private static final double ROUND_TRIP_SECONDS = 0.1;

    private PoolSizing() {}

    /** The sizes that the pods should have; null where nobody has said yet what they have. */
    static @Nullable PoolSizes sizes(@Nullable WorkerFigures workers, Policy policy, History history) {
        PoolSizes told = history.pools();
        if (workers == null) {
            return told;
        }
        int threads = policy.workers().clamp(workers.processors());
        int current = told == null ? workers.inFlightLimit() : told.inFlight();
        Double serviceRate = workers.serviceRate() == null ? history.serviceRate() : workers.serviceRate();
        int wanted = serviceRate == null ? current : step(current, inFlight(threads, serviceRate));
        return new PoolSizes(threads, Math.max(threads, policy.inFlight().clamp(wanted)));
    }

    /**
     * Records in flight L = λ·W (J. D. C. Little, <i>A proof for the queuing formula L = λW</i>, 1961): what the threads
     * finish during a round trip, and one record in every thread's hands.
     */
    private static int inFlight(int threads, double serviceRate) {
        return threads + (int) Math.ceil(threads * serviceRate * ROUND_TRIP_SECONDS);
    }

    /** At most doubles or halves, and shrinks only where half is enough: a size that fits is left alone. */
    private static int step(int current, int needed) {
        if (needed > current) {
            return (int) Math.min(needed, 2L * current);
        }
        int half = Math.ceilDiv(current, 2);
        return needed <= half ? half : current;
    }
}
