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
 * What the operator found, decided and did; also all the memory that it has, so that a restart changes nothing.
 *
 * @param observedGeneration generation of the spec that this status answers
 * @param replicas pods of the target
 * @param selector selector of these pods
 * @param desiredReplicas what the pool should have
 * @param pools sizes of the pools inside a pod
 * @param observed the figures behind the decision
 * @param lastDecision the last decision, explained
 * @param lastScaleTime when the number of replicas was last changed, ISO 8601
 * @param metricsMissingSince since when figures are missing, ISO 8601; null while they are there
 * @param recommendations needs within the stabilization window, falling
 * @param changes when the number of replicas was changed within the last hour, ISO 8601
 * @param speeds how fast threads were at other numbers of replicas within the last hour
 * @param conditions in the words of the HorizontalPodAutoscaler
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerPoolStatus(
        @JsonPropertyDescription("Generation of the spec that this status answers.") @Nullable
        Long observedGeneration,

        @StatusReplicas @JsonPropertyDescription("Pods that the target has now.") @Nullable
        Integer replicas,

        @LabelSelector @JsonPropertyDescription("Selector of these pods, for the scale subresource.") @Nullable
        String selector,

        @JsonPropertyDescription("Pods that the target should have; in mode Recommend the advice.") @Nullable
        Integer desiredReplicas,

        @JsonPropertyDescription("Sizes of the pools inside every pod, as last told to the workers.") @Nullable
        Pools pools,

        @JsonPropertyDescription("The figures behind the decision.") @Nullable
        Observed observed,

        @JsonPropertyDescription("The last decision, explained.") @Nullable
        LastDecision lastDecision,

        @JsonPropertyDescription("When the operator last changed the number of pods, ISO 8601.") @Nullable
        String lastScaleTime,

        @JsonPropertyDescription("Since when figures are missing, ISO 8601; absent while they are there.") @Nullable
        String metricsMissingSince,

        @Size(max = 64)
        @JsonPropertyDescription(
                "Needs within the stabilization window that still count: the highest decides how far the pool may shrink.")
        List<Recommendation> recommendations,

        @Size(max = 128)
        @JsonPropertyDescription(
                "When the operator changed the number of pods within the last hour, ISO 8601: what the pause budget counts.")
        List<String> changes,

        @Size(max = 16)
        @JsonPropertyDescription(
                "How fast threads were at other numbers of pods within the last hour: tells whether more pods do more.")
        List<Speed> speeds,

        @Size(max = 8)
        @JsonPropertyDescription(
                "Ready, AbleToScale, ScalingActive and ScalingLimited, as the HorizontalPodAutoscaler uses these words.")
        List<Condition> conditions) {

    /** Copies the lists; absent ones are empty. */
    public WorkerPoolStatus {
        recommendations = List.copyOf(Objects.requireNonNullElse(recommendations, List.of()));
        changes = List.copyOf(Objects.requireNonNullElse(changes, List.of()));
        speeds = List.copyOf(Objects.requireNonNullElse(speeds, List.of()));
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
    }

    /**
     * Sizes of the pools inside a pod.
     *
     * @param workers threads that work at the same time
     * @param inFlight records taken and not yet answered
     */
    public record Pools(
            @JsonPropertyDescription("Threads that work at the same time.")
            int workers,

            @JsonPropertyDescription("Records taken from Kafka and not yet answered.")
            int inFlight) {}

    /**
     * One need.
     *
     * @param time when it was last seen, ISO 8601
     * @param replicas how many pods were needed
     */
    public record Recommendation(
            @JsonPropertyDescription("When this many pods were last needed, ISO 8601.")
            String time,

            @JsonPropertyDescription("Pods that were needed.")
            int replicas) {}

    /**
     * One number of pods and how fast their threads were.
     *
     * @param time when it was last seen, ISO 8601
     * @param replicas that worked
     * @param serviceRatePerWorker records that one busy thread finished in a second
     */
    public record Speed(
            @JsonPropertyDescription("When this was last seen, ISO 8601.")
            String time,

            @JsonPropertyDescription("Pods that worked.") int replicas,

            @JsonPropertyDescription("Records that one thread finished per second of work.")
            double serviceRatePerWorker) {}

    /**
     * Figures, all of them over about the last minute; null where nothing is known.
     *
     * @param time when they were taken, ISO 8601
     * @param arrivalRate records per second
     * @param lag records that wait
     * @param serviceRatePerWorker records that one busy thread finishes in a second
     * @param utilization share of the threads' time spent working, from 0 to 1
     * @param podStartSeconds how long the slower pods took from being created to being ready
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Observed(
            @JsonPropertyDescription("When the figures were taken, ISO 8601.") @Nullable
            String time,

            @JsonPropertyDescription("Records that arrive per second.") @Nullable
            Double arrivalRate,

            @JsonPropertyDescription("Records that wait in the topic for this group.") @Nullable
            Long lag,

            @JsonPropertyDescription("Records that one thread finishes per second of work; waiting does not count.")
            @Nullable
            Double serviceRatePerWorker,

            @JsonPropertyDescription("Share of the threads' time that is spent working, from 0 to 1.") @Nullable
            Double utilization,

            @JsonPropertyDescription(
                    "Seconds that nine of ten pods took at most from being created to being ready, as last seen.")
            @Nullable
            Double podStartSeconds) {}
}
