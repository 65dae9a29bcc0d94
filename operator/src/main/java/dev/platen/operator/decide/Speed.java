package dev.platen.operator.decide;

import java.time.Instant;

/**
 * How fast a thread was while the pool had so many replicas.
 *
 * @param at when it was last seen
 * @param replicas that worked, at least 1
 * @param serviceRate records that one thread finished per second of work, positive and finite
 */
public record Speed(Instant at, int replicas, double serviceRate) {
    /** Refuses figures that cannot be. */
    public Speed {
        if (replicas < 1 || !(serviceRate > 0 && serviceRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a speed needs replicas and a positive rate, found %d and %s".formatted(replicas, serviceRate));
        }
    }

    /** Seconds of work that a record takes. */
    double serviceSeconds() {
        return 1 / serviceRate;
    }
}
