package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/**
 * What the pool must achieve; fields that are absent (zero) take their defaults.
 *
 * @param latencyPercentile share of records, in percent, that must meet the target
 * @param latencyTargetMillis waiting in the queue plus work, in milliseconds
 * @param drainSeconds time in which a backlog has to be gone
 * @param utilizationPercent how busy the busiest worker may be
 */
public record Objective(
        @Default("99")
        @Min(50)
        @Max(99)
        @JsonPropertyDescription("Percentile of waiting plus work that must meet the target, in percent. Default 99.")
        int latencyPercentile,

        @Default("100")
        @Min(1)
        @Max(600_000)
        @JsonPropertyDescription("Target for waiting in the queue plus work, in milliseconds. Default 100.")
        int latencyTargetMillis,

        @Default("30")
        @Min(1)
        @Max(86_400)
        @JsonPropertyDescription("Time in which a backlog has to be gone, in seconds. Default 30.")
        int drainSeconds,

        @Default("80")
        @Min(10)
        @Max(95)
        @JsonPropertyDescription(
                "How busy the pod with the most work may be, in percent of its threads' time. Default 80.")
        int utilizationPercent) {

    /** Fills in the defaults. */
    public Objective {
        latencyPercentile = Absent.or(latencyPercentile, 99);
        latencyTargetMillis = Absent.or(latencyTargetMillis, 100);
        drainSeconds = Absent.or(drainSeconds, 30);
        utilizationPercent = Absent.or(utilizationPercent, 80);
    }

    static Objective standard() {
        return new Objective(0, 0, 0, 0);
    }
}
