package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the workers read, where it is not what their tier reads anyway.
 *
 * @param topic name of the topic; null: the topic of the tier
 * @param group consumer group of the workers; null: the group of the tier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(
        @Size(min = 1, max = 249)
        @JsonPropertyDescription(
                "Topic that the workers read. Default: the topic of the tier, platen.render or platen.compile.")
        @Nullable
        String topic,

        @Size(min = 1, max = 249)
        @JsonPropertyDescription(
                "Consumer group of the workers. Default: the group of the tier, platen-render or platen-compile.")
        @Nullable
        String group) {

    static Source standard() {
        return new Source(null, null);
    }
}
