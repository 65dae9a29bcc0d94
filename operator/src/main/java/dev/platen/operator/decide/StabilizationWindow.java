package dev.platen.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The needs of the last minutes. The pool shrinks no further than the highest of them, as the HorizontalPodAutoscaler does
 * it. Only needs that a later one does not exceed are kept, so the list falls and stays short.
 *
 * @param needs falling, oldest first
 */
record StabilizationWindow(List<Recommendation> needs) {
    private static final int MOST_NEEDS = 64;

    /**
     * What still counts. Where nothing has been decided lately, what is there counts as needed now: nobody knows whether it was.
     *
     * @param gap time without a decision after which older ones say nothing any more
     */
    static StabilizationWindow of(
            List<Recommendation> earlier, Instant now, Duration window, Duration gap, int replicas) {
        boolean recent = earlier.stream().anyMatch(need -> isWithin(need, now, window) || isWithin(need, now, gap));
        List<Recommendation> counting =
                earlier.stream().filter(need -> isWithin(need, now, window)).toList();
        return new StabilizationWindow(recent ? counting : List.of(new Recommendation(now, replicas)));
    }

    StabilizationWindow with(Recommendation need) {
        List<Recommendation> kept = new ArrayList<>(needs);
        kept.removeIf(earlier -> earlier.replicas() <= need.replicas());
        kept.add(need);
        if (kept.size() > MOST_NEEDS) {
            // The second highest is forgotten; until it would have expired the highest stands in, which errs upwards.
            Recommendation second = kept.remove(1);
            kept.set(0, new Recommendation(second.at(), kept.getFirst().replicas()));
        }
        return new StabilizationWindow(List.copyOf(kept));
    }

    /** The need that keeps the pool largest. */
    Recommendation highest() {
        return needs.stream()
                .reduce((one, other) -> other.replicas() > one.replicas() ? other : one)
                .orElseThrow();
    }

    private static boolean isWithin(Recommendation need, Instant now, Duration span) {
        return !need.at().isAfter(now) && !need.at().isBefore(now.minus(span));
    }
}
