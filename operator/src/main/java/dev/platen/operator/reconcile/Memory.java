package dev.platen.operator.reconcile;

import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.decide.History;
import dev.platen.operator.decide.PoolSizes;
import dev.platen.operator.decide.Recommendation;
import dev.platen.operator.decide.Speed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the status of a resource remembers. Anybody may have edited it: what cannot be read is forgotten. */
final class Memory {
    private static final double LONGEST_START_SECONDS = 3600;

    private Memory() {}

    static History of(@Nullable WorkerPoolStatus status) {
        if (status == null) {
            return History.NONE;
        }
        List<Recommendation> recommendations = status.recommendations().stream()
                .flatMap(Memory::recommendation)
                .toList();
        Double serviceRate =
                status.observed() == null ? null : status.observed().serviceRatePerWorker();
        return new History(
                recommendations,
                serviceRate,
                instant(status.metricsMissingSince()),
                pools(status.pools()),
                status.changes().stream()
                        .flatMap(change -> Optional.ofNullable(instant(change)).stream())
                        .toList(),
                status.speeds().stream().flatMap(Memory::speed).toList(),
                podStart(status.observed()));
    }

    private static @Nullable Duration podStart(WorkerPoolStatus.@Nullable Observed observed) {
        Double seconds = observed == null ? null : observed.podStartSeconds();
        return seconds == null || !(seconds >= 0 && seconds <= LONGEST_START_SECONDS)
                ? null
                : Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static Stream<Speed> speed(WorkerPoolStatus.Speed written) {
        Instant time = instant(written.time());
        boolean possible = written.replicas() > 0
                && written.serviceRatePerWorker() > 0
                && written.serviceRatePerWorker() < Double.POSITIVE_INFINITY;
        return time == null || !possible
                ? Stream.empty()
                : Stream.of(new Speed(time, written.replicas(), written.serviceRatePerWorker()));
    }

    static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Stream<Recommendation> recommendation(WorkerPoolStatus.Recommendation written) {
        return Optional.ofNullable(instant(written.time()))
                .map(time -> new Recommendation(time, written.replicas()))
                .stream();
    }

    private static @Nullable PoolSizes pools(WorkerPoolStatus.@Nullable Pools pools) {
        return pools == null || pools.workers() < 1 || pools.inFlight() < pools.workers()
                ? null
                : new PoolSizes(pools.workers(), pools.inFlight());
    }
}
