package dev.platen.operator.observe;

/** What a pod answered when it was asked for its metrics. */
public sealed interface WorkerReading {
    /**
     * Its counters and sizes; sizes are at least 1.
     *
     * @param busySeconds time that its threads have spent on records since it started
     * @param records that it has finished since it started
     * @param threads that work at the same time
     * @param processors that it may use
     * @param inFlightLimit records that it takes before it has finished any
     */
    record Counters(double busySeconds, double records, int threads, int processors, int inFlightLimit)
            implements WorkerReading {}

    /**
     * Nothing of use.
     *
     * @param reason why, for people
     */
    record Silent(String reason) implements WorkerReading {}
}
