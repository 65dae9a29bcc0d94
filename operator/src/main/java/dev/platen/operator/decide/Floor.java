package dev.platen.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lower bound that holds now.
 *
 * @param replicas at least 1
 * @param schedule that asks for it, null where it is the bound of every hour
 */
record Floor(int replicas, @Nullable Schedule schedule) {
    /**
     * The highest of the bounds that hold now or by the time that a pod started now is ready, within the upper bound.
     *
     * @param podStart time that a pod needs to get ready
     */
    static Floor of(Policy policy, Instant now, Duration podStart) {
        Bounds bounds = policy.replicas();
        return policy.schedules().stream()
                .filter(schedule -> Stream.of(now, now.plus(podStart)).anyMatch(schedule::isInForce))
                .filter(schedule -> bounds.clamp(schedule.min()) > bounds.min())
                .max(Comparator.comparingInt(Schedule::min))
                .map(schedule -> new Floor(bounds.clamp(schedule.min()), schedule))
                .orElseGet(() -> new Floor(bounds.min(), null));
    }

    Term term() {
        return schedule == null ? Term.MINIMUM : Term.SCHEDULE;
    }
}
