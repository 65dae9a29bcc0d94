package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * A decision and why it was taken.
 *
 * @param time when, ISO 8601
 * @param from replicas before
 * @param to replicas wanted; equal to {@code from} where nothing changes
 * @param bindingTerm which rule decided
 * @param explanation the reason in a sentence
 * @param predictedLatencyMillis percentile of waiting plus work with {@code to} replicas; null where it is not known or without bound
 * @param counterfactual what one replica fewer would have given; null where that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LastDecision(
        @JsonPropertyDescription("When the decision was taken, ISO 8601.")
        String time,

        @JsonPropertyDescription("Replicas before.") int from,

        @JsonPropertyDescription("Replicas wanted; equal to from where nothing changes.")
        int to,

        @JsonPropertyDescription(
                "The rule that decided: Utilization, Latency, Drain, Minimum, Schedule, Maximum, Partitions,"
                        + " Bottleneck, Stabilization, PauseBudget, Pinned, Paused, MetricsMissing or Fallback.")
        String bindingTerm,

        @JsonPropertyDescription("The reason in a sentence.")
        String explanation,

        @JsonPropertyDescription("Expected percentile of waiting plus work with this many replicas, in milliseconds;"
                + " absent where it is not known or the queue would only grow.")
        @Nullable
        Long predictedLatencyMillis,

        @JsonPropertyDescription("What one replica fewer would have given.") @Nullable
        Counterfactual counterfactual) {

    /**
     * The road not taken.
     *
     * @param replicas one fewer
     * @param predictedLatencyMillis percentile of waiting plus work; null where the queue would only grow
     * @param utilizationPercent how busy the busiest pod would be
     * @param explanation the same in a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Counterfactual(
            @JsonPropertyDescription("One replica fewer.") int replicas,

            @JsonPropertyDescription(
                    "Expected percentile of waiting plus work, in milliseconds; absent where the queue would only grow.")
            @Nullable
            Long predictedLatencyMillis,

            @JsonPropertyDescription(
                    "How busy the pod with the most work would be, in percent; over 100 its queue grows.")
            int utilizationPercent,

            @JsonPropertyDescription("The same in a sentence.")
            String explanation) {}
}
