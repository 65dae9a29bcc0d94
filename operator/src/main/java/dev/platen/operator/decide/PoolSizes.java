package dev.platen.operator.decide;

/**
 * Sizes of the pools inside a pod.
 *
 * @param workers threads that work at the same time, at least 1
 * @param inFlight records taken and not yet answered, at least {@code workers}
 */
public record PoolSizes(int workers, int inFlight) {
    /** Refuses a pool that could not work. */
    public PoolSizes {
        if (workers < 1 || inFlight < workers) {
            throw new IllegalArgumentException(
                    "a pool needs at least 1 worker and as many records in flight, found workers=%d, inFlight=%d"
                            .formatted(workers, inFlight));
        }
    }
}
