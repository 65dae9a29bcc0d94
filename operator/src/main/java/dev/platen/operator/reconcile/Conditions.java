package dev.platen.operator.reconcile;

import dev.platen.operator.api.Mode;
import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.decide.Decision;
import dev.platen.operator.decide.Term;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a pool in the words of the HorizontalPodAutoscaler, and whether all of it is well. A condition keeps its
 * time of transition as long as its status stays the same.
 */
final class Conditions {
    private static final String READY = "Ready";
    private static final String ABLE_TO_SCALE = "AbleToScale";
    private static final String SCALING_ACTIVE = "ScalingActive";
    private static final String SCALING_LIMITED = "ScalingLimited";

    private record Finding(String type, boolean holds, String reason, String message) {}

    private Conditions() {}

    static List<Condition> of(Turn turn) {
        Finding able = ableToScale(turn);
        Finding active = scalingActive(turn);
        return stamped(
                turn.pool(),
                turn.now(),
                List.of(ready(turn, able, active), able, active, scalingLimited(turn.decision())));
    }

    /** Of a pool whose target is not there. */
    static List<Condition> withoutTarget(WorkerPool pool, Instant now) {
        String message = "%s is not in namespace %s: create it, or correct spec.target"
                .formatted(pool.getSpec().target().label(), pool.getMetadata().getNamespace());
        return stamped(
                pool,
                now,
                List.of(
                        new Finding(READY, false, "TargetNotFound", message),
                        new Finding(ABLE_TO_SCALE, false, "FailedGetScale", message)));
    }

    private static Finding ready(Turn turn, Finding able, Finding active) {
        if (!able.holds()) {
            return new Finding(READY, false, able.reason(), able.message());
        }
        if (turn.settingsFailure() != null) {
            return new Finding(READY, false, "SettingsNotPublished", turn.settingsFailure());
        }
        if (turn.decision().missing() != null) {
            return new Finding(READY, false, active.reason(), active.message());
        }
        List<String> troubles = Schedules.troubles(turn.pool().getSpec());
        if (!troubles.isEmpty()) {
            return new Finding(READY, false, "InvalidSchedule", String.join("; ", troubles));
        }
        return new Finding(READY, true, "Controlled", turn.decision().explanation());
    }

    private static Finding ableToScale(Turn turn) {
        String target = turn.pool().getSpec().target().label();
        return switch (turn.scaling()) {
            case Turn.Scaling.Failed failed ->
                new Finding(ABLE_TO_SCALE, false, "FailedUpdateScale", target + ": " + failed.reason());
            case Turn.Scaling.Done _ ->
                new Finding(
                        ABLE_TO_SCALE,
                        true,
                        "SucceededRescale",
                        "%s was set from %d to %d"
                                .formatted(
                                        target,
                                        turn.decision().from(),
                                        turn.decision().to()));
            case Turn.Scaling.Left _ -> leftAlone(turn, target);
        };
    }

    private static Finding leftAlone(Turn turn, String target) {
        String explanation = turn.decision().explanation();
        return switch (turn.decision().term()) {
            case STABILIZATION -> new Finding(ABLE_TO_SCALE, true, "ScaleDownStabilized", explanation);
            case PAUSE_BUDGET -> new Finding(ABLE_TO_SCALE, true, "PauseBudgetExhausted", explanation);
            case UTILIZATION,
                    LATENCY,
                    DRAIN,
                    MINIMUM,
                    SCHEDULE,
                    MAXIMUM,
                    PARTITIONS,
                    BOTTLENECK,
                    PINNED,
                    PAUSED,
                    METRICS_MISSING,
                    FALLBACK -> new Finding(ABLE_TO_SCALE, true, "ReadyForNewScale", target + " can be scaled");
        };
    }

    private static Finding scalingActive(Turn turn) {
        String missing = turn.decision().missing();
        if (missing != null) {
            String troubles = String.join("; ", turn.observation().troubles());
            return new Finding(
                    SCALING_ACTIVE,
                    false,
                    "FailedGetMetrics",
                    troubles.isEmpty() ? missing : missing + "; " + troubles);
        }
        if (turn.decision().term() == Term.PAUSED) {
            return new Finding(SCALING_ACTIVE, false, "Paused", "spec.mode is Paused");
        }
        if (turn.decision().term() == Term.PINNED) {
            return new Finding(SCALING_ACTIVE, false, "Pinned", turn.decision().explanation());
        }
        if (turn.pool().getSpec().mode() == Mode.RECOMMEND) {
            return new Finding(SCALING_ACTIVE, false, "RecommendOnly", "spec.mode is Recommend: nothing is changed");
        }
        return new Finding(SCALING_ACTIVE, true, "ValidMetricFound", "the pool follows its load");
    }

    private static Finding scalingLimited(Decision decision) {
        String explanation = decision.explanation();
        return switch (decision.term()) {
            case MAXIMUM -> new Finding(SCALING_LIMITED, true, "TooManyReplicas", explanation);
            case PARTITIONS -> new Finding(SCALING_LIMITED, true, "TooFewPartitions", explanation);
            case BOTTLENECK -> new Finding(SCALING_LIMITED, true, "Bottleneck", explanation);
            case MINIMUM, SCHEDULE ->
                decision.to() > 1 ? new Finding(SCALING_LIMITED, true, "TooFewReplicas", explanation) : withinRange();
            case UTILIZATION, LATENCY, DRAIN, STABILIZATION, PAUSE_BUDGET, PINNED, PAUSED, METRICS_MISSING, FALLBACK ->
                withinRange();
        };
    }

    private static Finding withinRange() {
        return new Finding(
                SCALING_LIMITED, false, "DesiredWithinRange", "the wanted number of replicas is within the bounds");
    }

    private static List<Condition> stamped(WorkerPool pool, Instant now, List<Finding> findings) {
        WorkerPoolStatus before = pool.getStatus();
        List<Condition> earlier = before == null ? List.of() : before.conditions();
        return findings.stream()
                .map(finding -> stamped(finding, earlier, pool.getMetadata().getGeneration(), now))
                .toList();
    }

    private static Condition stamped(Finding finding, List<Condition> earlier, @Nullable Long generation, Instant now) {
        String status = finding.holds() ? "True" : "False";
        String since = earlier.stream()
                .filter(condition -> finding.type().equals(condition.getType()) && status.equals(condition.getStatus()))
                .map(Condition::getLastTransitionTime)
                .findFirst()
                .orElse(now.toString());
        return new ConditionBuilder()
                .withType(finding.type())
                .withStatus(status)
                .withReason(finding.reason())
                .withMessage(finding.message())
                .withObservedGeneration(generation)
                .withLastTransitionTime(since)
                .build();
    }
}
