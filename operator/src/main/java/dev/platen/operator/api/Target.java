package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * The workload that is scaled, in the namespace of the pool.
 *
 * @param kind Deployment or StatefulSet
 * @param name its name
 */
public record Target(
        @Required @JsonPropertyDescription("Kind of the workload in API group apps/v1: Deployment or StatefulSet.")
        Kind kind,

        @Required
        @Size(min = 1, max = 253)
        @JsonPropertyDescription("Name of the workload, in the namespace of the pool.")
        String name) {

    /** Workloads that have a scale subresource and pods with a selector. */
    public enum Kind {
        /** {@code apps/v1 Deployment}. */
        @JsonProperty("Deployment")
        DEPLOYMENT("Deployment"),
        /** {@code apps/v1 StatefulSet}. */
        @JsonProperty("StatefulSet")
        STATEFUL_SET("StatefulSet");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind as Kubernetes writes it. */
        public String label() {
            return label;
        }
    }

    /** {@code Deployment platen-render}: for messages. */
    public String label() {
        return kind.label() + " " + name;
    }
}
