package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway answered.
 *
 * @param observedGeneration generation of the spec that this status answers
 * @param name under which the schema is stored
 * @param digest of the stored version
 * @param revision of the stored version
 * @param dialect that was recognised
 * @param diagnostics findings of the compiler, the first of them
 * @param lastSubmitTime when the document was last sent, ISO 8601
 * @param conditions Ready
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UiSchemaStatus(
        @JsonPropertyDescription("Generation of the spec that this status answers.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Name under which the schema is stored.") @Nullable
        String name,

        @JsonPropertyDescription("Digest of the version that was stored last.") @Nullable
        String digest,

        @JsonPropertyDescription("Revision of the version that was stored last.") @Nullable
        Long revision,

        @JsonPropertyDescription("Dialect that was recognised.") @Nullable
        String dialect,

        @Size(max = MOST_DIAGNOSTICS) @JsonPropertyDescription("Findings of the compiler, the first twenty.")
        List<Finding> diagnostics,

        @JsonPropertyDescription("When the document was last sent to the gateway, ISO 8601.") @Nullable
        String lastSubmitTime,

        @Size(max = 8) @JsonPropertyDescription("Ready: the gateway has stored the document as it is here.")
        List<Condition> conditions) {
    /** A status is no place for hundreds of findings. */
    public static final int MOST_DIAGNOSTICS = 20;

    /** Copies the lists; absent ones are empty. */
    public UiSchemaStatus {
        diagnostics = List.copyOf(Objects.requireNonNullElse(diagnostics, List.of()));
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
    }

    /**
     * A finding of the compiler.
     *
     * @param severity error or warning
     * @param code what kind of finding
     * @param pointer JSON Pointer of the place
     * @param line of the place, null where it has none
     * @param message what was found and what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            @JsonPropertyDescription("error or warning.") @Nullable
            String severity,

            @JsonPropertyDescription("What kind of finding it is.") @Nullable
            String code,

            @JsonPropertyDescription("JSON Pointer of the place in the document.") @Nullable
            String pointer,

            @JsonPropertyDescription("Line of the place in the document.") @Nullable
            Integer line,

            @JsonPropertyDescription("What was found and what to do.") @Nullable
            String message) {}
}
