package dev.platen.operator.decide;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted.
 *
 * @param paused leaves everything as it is
 * @param pinned replicas chosen by a person, null for none
 * @param replicas bounds of the pool
 * @param objective what the pool must achieve
 * @param workers bounds of the threads of a pod
 * @param inFlight bounds of the records in flight of a pod
 * @param tempo how quickly the pool may follow its load
 * @param schedules hours with lower bounds of their own
 * @param fallback least replicas while it is long flown blind, null for none
 * @param freshness age from which figures count as missing
 */
public record Policy(
        boolean paused,
        @Nullable Integer pinned,
        Bounds replicas,
        Objective objective,
        Bounds workers,
        Bounds inFlight,
        Tempo tempo,
        List<Schedule> schedules,
        @Nullable Integer fallback,
        Duration freshness) {
    /** Copies the list. */
    public Policy {
        schedules = List.copyOf(schedules);
    }

    /**
     * How quickly the pool may follow its load: up at once, down by these.
     *
     * @param stabilization window in which the highest need keeps the pool from shrinking; zero and more
     * @param rebalance how long records wait when the group shares its partitions out anew; positive
     * @param pauseBudget how much of that an hour may hold before the pool stops shrinking; zero: it never shrinks
     */
    public record Tempo(Duration stabilization, Duration rebalance, Duration pauseBudget) {
        /** Refuses spans that cannot be. */
        public Tempo {
            if (stabilization.isNegative() || pauseBudget.isNegative() || !rebalance.isPositive()) {
                throw new IllegalArgumentException(
                        "stabilization and pause budget must not be negative and a rebalance takes time, found %s, %s, %s"
                                .formatted(stabilization, pauseBudget, rebalance));
            }
        }
    }

    /**
     * What the pool must achieve.
     *
     * @param percentile share of records that must meet the target, between 0 and 1, both excluded
     * @param target for waiting plus work
     * @param drain time in which a backlog has to be gone
     * @param utilizationCeiling how busy the busiest pod may be, between 0 and 1, both excluded
     */
    public record Objective(double percentile, Duration target, Duration drain, double utilizationCeiling) {
        /** Refuses what no pool can achieve. */
        public Objective {
            if (!(percentile > 0 && percentile < 1) || !(utilizationCeiling > 0 && utilizationCeiling < 1)) {
                throw new IllegalArgumentException(
                        "percentile and utilization ceiling must lie between 0 and 1, found %s and %s"
                                .formatted(percentile, utilizationCeiling));
            }
            if (target.isNegative() || target.isZero() || drain.isNegative() || drain.isZero()) {
                throw new IllegalArgumentException(
                        "target and drain time must be positive, found %s and %s".formatted(target, drain));
            }
        }
    }
}
