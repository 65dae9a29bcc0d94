package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/**
 * What to hold where the figures stay away.
 *
 * @param replicas the pool never has fewer while it is flown blind
 */
public record Fallback(
        @Required
        @Min(1)
        @Max(10_000)
        @JsonPropertyDescription(
                "Least replicas once the figures have been missing for three minutes. Never lowers the pool.")
        int replicas) {}
