package dev.platen.operator.decide;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the pods say about themselves.
 *
 * @param at when they were asked
 * @param expected pods that should have answered
 * @param answered pods that did, at most {@code expected}
 * @param serviceRate records that one thread finishes per second of work; null where nothing was finished lately
 * @param utilization share of the threads' time spent working, from 0 to 1; null after a single look
 * @param threads working threads of the pod that has fewest, at least 1
 * @param processors processors of the pod that has fewest, at least 1
 * @param inFlightLimit records in flight that the pods allow themselves, the fewest of them, at least 1
 */
public record WorkerFigures(
        Instant at,
        int expected,
        int answered,
        @Nullable Double serviceRate,
        @Nullable Double utilization,
        int threads,
        int processors,
        int inFlightLimit) {
    /** Refuses figures that cannot be. */
    public WorkerFigures {
        if (answered < 1 || answered > expected || threads < 1 || processors < 1 || inFlightLimit < 1) {
            throw new IllegalArgumentException(
                    "figures need 1 <= answered <= expected and positive sizes, found answered=%d, expected=%d, threads=%d, processors=%d, inFlightLimit=%d"
                            .formatted(answered, expected, threads, processors, inFlightLimit));
        }
        if (serviceRate != null && !(serviceRate > 0 && serviceRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a service rate must be positive, found " + serviceRate);
        }
    }

    /** Whether every pod was heard: only then may the pool shrink. */
    public boolean complete() {
        return answered == expected;
    }
}
