package dev.platen.operator.reconcile;

import dev.platen.operator.api.LastDecision;
import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.report.Events;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is worth an event: a changed number of pods, in the words of the HorizontalPodAutoscaler, and trouble that comes or goes. */
final class PoolEvents {
    /** The others follow the load up and down and are no trouble. */
    private static final Set<String> TROUBLE = Set.of("Ready", "AbleToScale");

    private PoolEvents() {}

    static void say(Events events, WorkerPool pool, WorkerPoolStatus status) {
        WorkerPoolStatus before = pool.getStatus();
        LastDecision decision = status.lastDecision();
        String lastScale = before == null ? null : before.lastScaleTime();
        if (decision != null && !Objects.equals(status.lastScaleTime(), lastScale)) {
            String message = "New size: %d, old size: %d; reason: %s"
                    .formatted(decision.to(), decision.from(), decision.explanation());
            events.normal(pool, "SuccessfulRescale", message);
        }
        List<Condition> earlier = before == null ? List.of() : before.conditions();
        events.transitions(
                pool,
                earlier,
                status.conditions().stream()
                        .filter(condition -> TROUBLE.contains(condition.getType()))
                        .toList());
    }
}
