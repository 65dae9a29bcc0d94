package dev.platen.operator.reconcile;

import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.decide.History;
import dev.platen.operator.decide.PoolSizes;
import dev.platen.operator.decide.Recommendation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the status of a resource remembers. Anybody may have edited it: what cannot be read is forgotten. */
final class Memory {
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
        return new History(recommendations, serviceRate, instant(status.metricsMissingSince()), pools(status.pools()));
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
