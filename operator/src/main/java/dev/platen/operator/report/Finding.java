package dev.platen.operator.report;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition says, but for its times.
 *
 * @param type of the condition
 * @param holds its status, True or False
 * @param reason one word in the form of Kubernetes
 * @param message for people
 */
public record Finding(String type, boolean holds, String reason, String message) {
    /** The findings as conditions; one keeps its time of transition as long as its status stays the same. */
    public static List<Condition> stamped(
            List<Finding> findings, List<Condition> earlier, @Nullable Long generation, Instant now) {
        return findings.stream()
                .map(finding -> finding.stamped(earlier, generation, now))
                .toList();
    }

    private Condition stamped(List<Condition> earlier, @Nullable Long generation, Instant now) {
        String status = holds ? "True" : "False";
        String since = earlier.stream()
                .filter(condition -> type.equals(condition.getType()) && status.equals(condition.getStatus()))
                .map(Condition::getLastTransitionTime)
                .findFirst()
                .orElse(now.toString());
        return new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .withObservedGeneration(generation)
                .withLastTransitionTime(since)
                .build();
    }
}
