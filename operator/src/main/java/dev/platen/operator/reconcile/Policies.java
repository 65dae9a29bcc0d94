package dev.platen.operator.reconcile;

import dev.platen.operator.api.Mode;
import dev.platen.operator.api.Objective;
import dev.platen.operator.api.Range;
import dev.platen.operator.api.WorkerPoolSpec;
import dev.platen.operator.decide.Bounds;
import dev.platen.operator.decide.Policy;
import java.time.Duration;

/** The wishes of a resource in the words of the decision core. */
final class Policies {
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
                spec.behavior().scaleDown().window(),
                spec.fallback() == null ? null : spec.fallback().replicas(),
                freshness);
    }

    private static Policy.Objective objective(Objective objective) {
        return new Policy.Objective(
                objective.latencyPercentile() / 100.0,
                Duration.ofMillis(objective.latencyTargetMillis()),
                Duration.ofSeconds(objective.drainSeconds()),
                objective.utilizationPercent() / 100.0);
    }

    private static Bounds bounds(Range range) {
        return bounds(range.min(), range.max());
    }

    private static Bounds bounds(int min, int max) {
        int least = Math.max(1, min);
        return new Bounds(least, Math.max(least, max));
    }
}
