package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the cluster is.
 *
 * @param observedGeneration generation of the spec that this status answers
 * @param replicas nodes that the StatefulSet is set to
 * @param selector of the nodes
 * @param step what is being done, or waited for
 * @param lastStepTime when a node was last added, removed or renewed, ISO 8601
 * @param conditions Ready and Balanced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CacheClusterStatus(
        @JsonPropertyDescription("Generation of the spec that this status answers.") @Nullable
        Long observedGeneration,

        @StatusReplicas @JsonPropertyDescription("Nodes that the StatefulSet is set to.") @Nullable
        Integer replicas,

        @LabelSelector @JsonPropertyDescription("Selector of the nodes, for the scale subresource.") @Nullable
        String selector,

        @JsonPropertyDescription("What is being done, or waited for.") @Nullable
        String step,

        @JsonPropertyDescription("When a node was last added, removed or renewed, ISO 8601.") @Nullable
        String lastStepTime,

        @Size(max = 8)
        @JsonPropertyDescription(
                "Ready: the cluster is as it should be. Balanced: every node is there, and no entries move.")
        List<Condition> conditions) {

    /** Copies the list; an absent one is empty. */
    public CacheClusterStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
    }
}
