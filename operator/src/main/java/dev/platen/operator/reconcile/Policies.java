package dev.platen.operator.reconcile;

import dev.platen.operator.api.Behavior;
import dev.platen.operator.api.Mode;
import dev.platen.operator.api.Objective;
import dev.platen.operator.api.Range;
import dev.platen.operator.api.WorkerPoolSpec;
import dev.platen.operator.decide.Bounds;
import dev.platen.operator.decide.Policy;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The wishes of a resource in the words of the decision core. */
final class Policies {
    /** A cooperative rebalance on loopback takes under a second, on a busy cluster seconds: the careful figure counts. */
    private static final Duration REBALANCE = Duration.ofSeconds(3);

    private Policies() {}

    /** An API server has checked the bounds; one without validation rules is put right in favour of the lower bound. */
    static Policy of(WorkerPoolSpec spec, Duration freshness) {
        return new Policy(
                spec.mode() == Mode.PAUSED,
                spec.replicas(),
                bounds(spec.min(), spec.max()),
                objective(spec.objective()),
                bounds(spec.tuning().workers()),
                bounds(spec.tuning().inFlight()),
                tempo(spec.behavior().scaleDown()),
                Schedules.of(spec),
                spec.fallback() == null ? null : spec.fallback().replicas(),
                freshness);
    }

    private static Policy.Objective objective(Objective objective) {
        return new Policy.Objective(
                written(objective.latencyPercentile()) / 100.0,
                Duration.ofMillis(written(objective.latencyTargetMillis())),
                Duration.ofSeconds(written(objective.drainSeconds())),
                written(objective.utilizationPercent()) / 100.0);
    }

    private static Policy.Tempo tempo(Behavior.ScaleDown down) {
        return new Policy.Tempo(
                Duration.ofSeconds(written(down.stabilizationSeconds())),
                REBALANCE,
                Duration.ofSeconds(written(down.pauseBudgetSeconds())));
    }

    /** The profile has filled in what was not. */
    private static int written(@Nullable Integer value) {
        return Objects.requireNonNull(value);
    }

    private static Bounds bounds(Range range) {
        return bounds(range.min(), range.max());
    }

    private static Bounds bounds(int min, int max) {
        int least = Math.max(1, min);
        return new Bounds(least, Math.max(least, max));
    }
}
