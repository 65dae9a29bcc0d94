package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;

/**
 * Bounds, both included.
 *
 * @param min least
 * @param max most
 */
@ValidationRule(
        value = "self.min <= self.max",
        messageExpression = "'min must not exceed max, found min=' + string(self.min) + ' and max=' + string(self.max)")
public record Range(
        @Required @Min(1) @Max(10_000) @JsonPropertyDescription("Least, included.")
        int min,

        @Required @Min(1) @Max(10_000) @JsonPropertyDescription("Most, included.")
        int max) {}
