package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of the cache nodes.
 *
 * @param statefulSet that runs them
 * @param replicas how many nodes
 * @param owners nodes that hold each entry
 * @param memory room for each kind of entry; what is absent stays as it is
 * @param scrapePort where the nodes show their metrics
 */
@ValidationRule(
        value = "self.owners <= self.replicas",
        messageExpression =
                "'every entry has owners on ' + string(self.owners) + ' nodes, so replicas must be at least that,"
                        + " found ' + string(self.replicas)")
public record CacheClusterSpec(
        @Required
        @Size(min = 1, max = 253)
        @JsonPropertyDescription("Name of the StatefulSet that runs the nodes, in the namespace of the cluster.")
        String statefulSet,

        @SpecReplicas
        @Required
        @Min(1)
        @Max(64)
        @JsonPropertyDescription("Nodes of the cluster; kubectl scale sets it. They come and go one at a time.")
        int replicas,

        @Default("2")
        @Min(1)
        @Max(8)
        @ValidationRule(
                value = "self == oldSelf",
                message = "owners cannot change: the nodes agree on it when the first of them starts")
        @JsonPropertyDescription("Nodes that hold each entry, as cache.owners of the installation says. Default 2.")
        int owners,

        @Default("{}") @JsonPropertyDescription("Room for each kind of entry. What is absent stays as it is.")
        Memory memory,

        @Default("8080")
        @Min(1)
        @Max(65_535)
        @JsonPropertyDescription("Port where every node shows its metrics under /q/metrics. Default 8080.")
        int scrapePort) {

    /** Fills in the defaults. */
    public CacheClusterSpec {
        owners = Absent.or(owners, 2);
        memory = Objects.requireNonNullElseGet(memory, () -> new Memory(null, null, null, null));
        scrapePort = Absent.or(scrapePort, 8080);
    }

    /**
     * Room for each kind of entry, as the nodes are told it: a number and K, M or G.
     *
     * @param schemas heads and documents
     * @param plans compiled plans
     * @param pages rendered pages
     * @param data bodies on their way
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Memory(
            @Pattern(SIZE) @JsonPropertyDescription("For heads and documents, such as 32M.") @Nullable
            String schemas,

            @Pattern(SIZE) @JsonPropertyDescription("For compiled plans, such as 16M.") @Nullable
            String plans,

            @Pattern(SIZE) @JsonPropertyDescription("For rendered pages, such as 48M; outside of the heap.") @Nullable
            String pages,

            @Pattern(SIZE) @JsonPropertyDescription("For bodies on their way, such as 16M.") @Nullable
            String data) {
        /** With this the names of the environment variables begin that tell the nodes their memory. */
        public static final String VARIABLE_PREFIX = "PLATEN_CACHE_MEMORY_";

        private static final String SIZE = "^[1-9][0-9]{0,5}[KMG]$";

        /** The environment variables of a node that say the same, sorted by name. */
        public Map<String, String> variables() {
            Map<String, String> variables = new TreeMap<>();
            put(variables, "SCHEMAS", schemas);
            put(variables, "PLANS", plans);
            put(variables, "PAGES", pages);
            put(variables, "DATA", data);
            return variables;
        }

        private static void put(Map<String, String> variables, String kind, @Nullable String size) {
            if (size != null) {
                variables.put(VARIABLE_PREFIX + kind, size);
            }
        }
    }
}
