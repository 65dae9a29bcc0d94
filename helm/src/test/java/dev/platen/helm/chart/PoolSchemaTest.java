package dev.platen.helm.chart;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The values of a pool are those of the WorkerPool's spec, but for what the chart knows itself. */
class PoolSchemaTest {
    private static final Set<String> KNOWN_TO_THE_CHART = Set.of("target", "tier", "source", "scrapePort");

    /** What a JSON Schema of values says too; defaults and rules of several fields are the API server's. */
    private static final Set<String> KEPT = Set.of(
            "type",
            "description",
            "enum",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "maxItems",
            "pattern",
            "required");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldTakeWhatTheDefinitionTakes() throws IOException {
        // Given
        Path file = Chart.FOLDER.resolve("values.schema.json");
        ObjectNode schema = (ObjectNode) JSON.readTree(file.toFile());
        JsonNode spec = new YAMLMapper()
                .readTree(Repository.path("k8s/crds/workerpools.platen.dev-v1.yml")
                        .toFile())
                .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");

        // When
        ObjectNode pool = closed(spec);
        pool.put("description", "The WorkerPool that the operator works on; the fields are those of its spec.");
        pool.remove("required");
        ((ObjectNode) pool.path("properties")).remove(KNOWN_TO_THE_CHART);
        for (String tier : new String[] {"compiler", "render"}) {
            ((ObjectNode) schema.at("/properties/" + tier + "/properties")).set("pool", pool);
        }

        // Then
        Repository.verify(file, JSON.writer(printer()).writeValueAsString(schema) + "\n");
    }

    private static ObjectNode closed(JsonNode definition) {
        ObjectNode schema = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : definition.properties()) {
            JsonNode value = entry.getValue();
            if (KEPT.contains(entry.getKey())) {
                schema.set(
                        entry.getKey(), value.isNumber() ? JSON.getNodeFactory().numberNode(value.asLong()) : value);
            } else if (entry.getKey().equals("items")) {
                schema.set("items", closed(value));
            }
        }
        if (definition.path("properties").isObject()) {
            schema.put("additionalProperties", false);
            ObjectNode properties = schema.putObject("properties");
            definition
                    .path("properties")
                    .properties()
                    .forEach(field -> properties.set(field.getKey(), closed(field.getValue())));
        }
        return schema;
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withSeparators(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return printer;
    }
}
