package dev.platen.operator.schema;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.platen.operator.api.UiSchemaStatus.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a document that was sent to the gateway. */
sealed interface Submission {
    /**
     * It is stored.
     *
     * @param digest of the version
     * @param revision of the version, null where the gateway does not tell
     * @param dialect that was recognised, null where the gateway does not tell
     * @param diagnostics warnings
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Stored(
            String digest,
            @Nullable Long revision,
            @Nullable String dialect,
            List<Finding> diagnostics) implements Submission {
        /** Copies the list; a version without a digest is none. */
        public Stored {
            Objects.requireNonNull(digest, "digest");
            diagnostics = List.copyOf(Objects.requireNonNullElse(diagnostics, List.of()));
        }
    }

    /**
     * It has mistakes; sending it again makes sense once it, or what it refers to, has changed.
     *
     * @param detail in a sentence
     * @param diagnostics every finding
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rejected(String detail, List<Finding> diagnostics) implements Submission {
        /** Copies the list. */
        public Rejected {
            detail = Objects.requireNonNullElse(detail, "the gateway refused the document");
            diagnostics = List.copyOf(Objects.requireNonNullElse(diagnostics, List.of()));
        }
    }

    /**
     * Nothing is known; it may be sent again.
     *
     * @param reason why, for people
     */
    record Unanswered(String reason) implements Submission {}
}
