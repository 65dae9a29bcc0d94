package dev.platen.operator.observe;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long pods take from being created to being ready. */
final class PodStart {
    /** Of older pods the time may tell when they were ready again, not when they were ready first. */
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private PodStart() {}

    /** What nine of ten young pods need at most, null where there are none. */
    static @Nullable Duration of(List<Pod> readyPods, Instant now) {
        List<Duration> times = readyPods.stream()
                .flatMap(pod -> timeToReady(pod, now).stream())
                .sorted()
                .toList();
        return times.isEmpty() ? null : times.get(Math.ceilDiv(times.size() * 9, 10) - 1);
    }

    private static Optional<Duration> timeToReady(Pod pod, Instant now) {
        return instant(pod.getMetadata().getCreationTimestamp())
                .filter(created -> created.isAfter(now.minus(YOUNG)))
                .flatMap(created -> readySince(pod).map(ready -> Duration.between(created, ready)))
                .filter(time -> !time.isNegative());
    }

    private static Optional<Instant> readySince(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .filter(condition -> "Ready".equals(condition.getType()))
                .findFirst()
                .flatMap(condition -> instant(condition.getLastTransitionTime()));
    }

    private static Optional<Instant> instant(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
