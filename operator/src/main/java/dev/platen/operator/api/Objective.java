package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * What the pool must achieve; fields that are absent are those of the pool's profile.
 *
 * @param latencyPercentile share of records, in percent, that must meet the target
 * @param latencyTargetMillis waiting in the queue plus work, in milliseconds
 * @param drainSeconds time in which a backlog has to be gone
 * @param utilizationPercent how busy the busiest worker may be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Objective(
        @Min(50)
        @Max(99)
        @JsonPropertyDescription(
                "Percentile of waiting plus work that must meet the target, in percent. Web and Api 99, Background 95.")
        @Nullable
        Integer latencyPercentile,

        @Min(1)
        @Max(600_000)
        @JsonPropertyDescription(
                "Target for waiting in the queue plus work, in milliseconds. Web 100, Api 50, Background 5000.")
        @Nullable
        Integer latencyTargetMillis,

        @Min(1)
        @Max(86_400)
        @JsonPropertyDescription("Time in which a backlog has to be gone, in seconds. Web 30, Api 10, Background 600.")
        @Nullable
        Integer drainSeconds,

        @Min(10)
        @Max(95)
        @JsonPropertyDescription(
                "How busy the pod with the most work may be, in percent of its threads' time. Web 80, Api 70, Background 90.")
        @Nullable
        Integer utilizationPercent) {

    static Objective nothing() {
        return new Objective(null, null, null, null);
    }

    Objective completedBy(Objective preset) {
        return new Objective(
                latencyPercentile == null ? preset.latencyPercentile : latencyPercentile,
                latencyTargetMillis == null ? preset.latencyTargetMillis : latencyTargetMillis,
                drainSeconds == null ? preset.drainSeconds : drainSeconds,
                utilizationPercent == null ? preset.utilizationPercent : utilizationPercent);
    }
}
