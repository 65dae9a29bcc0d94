package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One hand on the replicas of each workload: the chart, a HorizontalPodAutoscaler or the operator. */
class ScalingTest {
    @TestFactory
    Stream<DynamicTest> shouldLeaveReplicasToExactlyOne() throws IOException {
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    List<JsonNode> objects = Chart.objects(values);
                    Map<String, Integer> hands = new HashMap<>();
                    Chart.ofKind(objects, "HorizontalPodAutoscaler")
                            .forEach(hpa -> hands.merge(
                                    hpa.at("/spec/scaleTargetRef/name").asText(), 1, Integer::sum));
                    Chart.ofKind(objects, "WorkerPool").stream()
                            .filter(pool -> pool.at("/spec/mode").asText().equals("Auto"))
                            .forEach(pool ->
                                    hands.merge(pool.at("/spec/target/name").asText(), 1, Integer::sum));
                    Chart.ofKind(objects, "CacheCluster")
                            .forEach(cluster ->
                                    hands.merge(cluster.at("/spec/statefulSet").asText(), 1, Integer::sum));
                    for (String kind : List.of("Deployment", "StatefulSet")) {
                        Chart.ofKind(objects, kind).stream()
                                .filter(workload -> workload.at("/spec").has("replicas"))
                                .forEach(workload -> hands.merge(
                                        workload.at("/metadata/name").asText(), 1, Integer::sum));
                    }
                    assertThat(hands.keySet()).isEqualTo(Chart.pods(objects).keySet());
                    assertThat(hands).allSatisfy((workload, count) -> assertThat(count)
                            .as("who sets the replicas of %s", workload)
                            .isEqualTo(1));
                }));
    }

    @Test
    void shouldGiveTheOperatorBothTiers() throws IOException {
        // When
        List<JsonNode> pools = Chart.ofKind(Chart.objects(Chart.DEFAULTS), "WorkerPool");

        // Then
        assertThat(pools.stream()
                        .map(pool -> pool.at("/spec/tier").asText() + " "
                                + pool.at("/spec/target/name").asText()))
                .containsExactlyInAnyOrder("compile platen-compiler", "render platen-render");
    }

    @TestFactory
    Stream<DynamicTest> shouldWriteResourcesThatTheirDefinitionsAccept() throws IOException {
        Map<String, Schema> definitions = Map.of(
                "WorkerPool", definition("workerpools"),
                "CacheCluster", definition("cacheclusters"));
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    List<JsonNode> objects = Chart.objects(values);
                    definitions.forEach((kind, definition) -> Chart.ofKind(objects, kind)
                            .forEach(resource -> assertThat(definition.validate(
                                            resource.path("spec").toString(), InputFormat.JSON))
                                    .as("errors in %s", resource.path("spec"))
                                    .isEmpty()));
                }));
    }

    private static Schema definition(String plural) throws IOException {
        JsonNode definition = new YAMLMapper()
                .readTree(Repository.path("k8s/crds/%s.platen.dev-v1.yml".formatted(plural))
                        .toFile())
                .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
        closed(definition);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(new ObjectMapper().writeValueAsString(definition), InputFormat.JSON);
    }

    /** An API server drops fields that the definition does not name, silently; here they are errors. */
    static void closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
            object.path("properties").forEach(ScalingTest::closed);
        }
    }
}
