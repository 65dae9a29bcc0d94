package dev.platen.operator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.operator.testing.Golden;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {
    private static final String FILE = "workerpools.platen.dev-v1.yml";
    private static final Set<String> STANDARD_TYPES = Set.of(".status.conditions");
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    @ParameterizedTest
    @ValueSource(strings = {FILE, "cacheclusters.platen.dev-v1.yml", "uischemas.platen.dev-v1.yml"})
    void shouldBeCheckedInAsItIsGenerated(String file) throws IOException {
        // Given
        String generated = generated(file);

        // When
        String withoutTool = generated.lines().skip(1).reduce("", (text, line) -> text + line + "\n");

        // Then
        Golden.verify(
                Golden.repository("k8s/crds/" + file), "# Generated from the Java types in operator/.\n" + withoutTool);
    }

    @Test
    void shouldFillInTheSameDefaultsInTheApiServerAsInTheOperator() throws IOException {
        // Given
        ObjectNode written = YAML.unmarshal("""
                {"target": {"kind": "Deployment", "name": "platen-render"}, "tier": "render",
                 "tuning": {}, "behavior": {"scaleDown": {}}, "objective": {}}
                """, ObjectNode.class);
        WorkerPoolSpec byOperator = YAML.convertValue(written, WorkerPoolSpec.class);

        // When
        fillIn(written, part(FILE, "spec"));
        WorkerPoolSpec byApiServer = YAML.convertValue(written, WorkerPoolSpec.class);

        // Then
        assertThat(byApiServer).isEqualTo(byOperator);
        assertThat(written.at("/tuning/inFlight/max").asInt()).isEqualTo(1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {FILE, "cacheclusters.platen.dev-v1.yml", "uischemas.platen.dev-v1.yml"})
    void shouldDescribeEveryField(String file) throws IOException {
        // Given
        List<String> without = new ArrayList<>();

        // When
        for (String part : List.of("spec", "status")) {
            collectUndescribed("." + part, part(file, part), without);
        }

        // Then
        assertThat(without).isEmpty();
    }

    @Test
    void shouldOfferTheScaleSubresource() throws IOException {
        // Given
        CustomResourceDefinitionVersion version = version(FILE);

        // When
        var scale = version.getSubresources().getScale();

        // Then
        assertThat(scale.getSpecReplicasPath()).isEqualTo(".spec.replicas");
        assertThat(scale.getStatusReplicasPath()).isEqualTo(".status.replicas");
        assertThat(scale.getLabelSelectorPath()).isEqualTo(".status.selector");
    }

    private static void collectUndescribed(String path, JSONSchemaProps schema, List<String> without) {
        if (STANDARD_TYPES.contains(path)) {
            return;
        }
        JSONSchemaProps object =
                schema.getItems() == null ? schema : schema.getItems().getSchema();
        if (object.getProperties() == null) {
            return;
        }
        object.getProperties().forEach((name, property) -> {
            if (property.getDescription() == null) {
                without.add(path + "." + name);
            }
            collectUndescribed(path + "." + name, property, without);
        });
    }

    /** What an API server does with the defaults of a structural schema. */
    private static void fillIn(ObjectNode value, JSONSchemaProps schema) {
        for (Map.Entry<String, JSONSchemaProps> property :
                schema.getProperties().entrySet()) {
            JsonNode fallback = property.getValue().getDefault();
            if (fallback != null && !value.has(property.getKey())) {
                value.set(property.getKey(), fallback.deepCopy());
            }
            if (value.get(property.getKey()) instanceof ObjectNode inner) {
                fillIn(inner, property.getValue());
            }
        }
    }

    private static JSONSchemaProps part(String file, String name) throws IOException {
        JSONSchemaProps root = version(file).getSchema().getOpenAPIV3Schema();
        return Objects.requireNonNull(root.getProperties().get(name), name);
    }

    private static CustomResourceDefinitionVersion version(String file) throws IOException {
        return YAML.unmarshal(generated(file), CustomResourceDefinition.class)
                .getSpec()
                .getVersions()
                .getFirst();
    }

    private static String generated(String file) throws IOException {
        try (InputStream stream = WorkerPool.class.getResourceAsStream("/META-INF/fabric8/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
