package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document and where it goes. The document is text, since an API server sorts the members of objects, and their order is
 * the order of the fields on the page.
 *
 * @param name under which the gateway stores it; null: that of the resource
 * @param source the document, as it would be sent to the gateway
 * @param deletionPolicy what becomes of the stored schema when the resource is deleted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
        value = "has(self.name) == has(oldSelf.name) && (!has(self.name) || self.name == oldSelf.name)",
        message = "name cannot change: create another resource for the other name")
public record UiSchemaSpec(
        @Size(min = 1, max = 256)
        @JsonPropertyDescription("Name under which the gateway stores it. Default: the name of the resource.")
        @Nullable
        String name,

        @Required
        @Size(min = 1, max = 1_048_576)
        @JsonPropertyDescription("The document as text, as it would be sent to the gateway.")
        String source,

        @Default("Retain")
        @JsonPropertyDescription(
                "What becomes of the stored schema when the resource is deleted: Retain or Delete. Default Retain.")
        DeletionPolicy deletionPolicy) {

    /** Fills in the default. */
    public UiSchemaSpec {
        deletionPolicy = Objects.requireNonNullElse(deletionPolicy, DeletionPolicy.RETAIN);
    }

    /** What becomes of the stored schema when the resource is deleted. */
    public enum DeletionPolicy {
        /** It stays. */
        @JsonProperty("Retain")
        RETAIN,
        /** It is deleted first; the resource waits for that. */
        @JsonProperty("Delete")
        DELETE
    }
}
