package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.platen.helm.source.Repository;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The folders of k8s are complete, are what Kubernetes knows, and can be built. */
class KustomizeTest {
    private static final String LIST = "kustomization.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    @TestFactory
    Stream<DynamicTest> shouldNameEveryFileOfTheFolder() {
        return folders()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName() + "", () -> {
                    List<String> files = Repository.files(folder, "").stream()
                            .map(file -> file.getFileName() + "")
                            .filter(name -> !name.equals(LIST))
                            .toList();
                    assertThat(resources(folder))
                            .allSatisfy(resource ->
                                    assertThat(folder.resolve(resource)).exists())
                            .filteredOn(resource -> !resource.startsWith("../"))
                            .containsExactlyInAnyOrderElementsOf(files);
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldOnlyFieldsThatKubernetesKnows() {
        KubernetesSerialization kubernetes = new KubernetesSerialization();
        return Stream.of("namespace", "quickstart", "samples")
                .flatMap(folder -> Repository.files(Repository.path("k8s/" + folder), "").stream())
                .filter(file -> !file.endsWith(LIST))
                .map(file -> DynamicTest.dynamicTest(file.getFileName() + "", () -> {
                    for (JsonNode object : Chart.read(Files.readString(file))) {
                        assertThat(UnknownFields.of(kubernetes.unmarshal(object.toString())))
                                .as("unknown fields of %s", object.path("kind"))
                                .isEmpty();
                    }
                }));
    }

    @Test
    void shouldShowEveryCustomResourceInASampleThatItsDefinitionAccepts() throws IOException {
        // Given
        List<JsonNode> samples = new ArrayList<>();
        for (Path file : Repository.files(Repository.path("k8s/samples"), "")) {
            samples.addAll(Chart.read(Files.readString(file)));
        }

        // When // Then
        for (Path file : Repository.files(Repository.path("k8s/crds"), "")) {
            if (!file.endsWith(LIST)) {
                JsonNode definition = YAML.readTree(file.toFile());
                List<JsonNode> shown =
                        Chart.ofKind(samples, definition.at("/spec/names/kind").asText());
                assertThat(shown)
                        .as("samples of %s", file.getFileName())
                        .isNotEmpty()
                        .allSatisfy(sample -> accepts(definition, sample));
            }
        }
    }

    /** The schema holds the fields of KEDA 2.20 that a ScaledObject of a Deployment with a Prometheus trigger can have. */
    @Test
    void shouldGiveKedaWhatItKnows() throws IOException {
        // Given
        Path schema = Repository.cases(KustomizeTest.class, "scaled-object").getFirst();

        // When
        List<JsonNode> scaled = Chart.ofKind(
                Chart.read(Files.readString(Repository.path("k8s/samples/desired-replicas-keda.yaml"))),
                "ScaledObject");

        // Then
        assertThat(scaled).singleElement().satisfies(object -> assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                                .getSchema(Files.readString(schema), InputFormat.JSON)
                                .validate(object.toString(), InputFormat.JSON))
                .isEmpty());
    }

    /** They hand over what the operator shows, by the name and the labels that it shows. */
    @Test
    void shouldConsumeTheMetricThatTheOperatorExports() throws IOException {
        // Given
        String metrics = Files.readString(Repository.path("docs/metrics.md"));

        // When
        String keda = Files.readString(Repository.path("k8s/samples/desired-replicas-keda.yaml"));
        String hpa = Files.readString(Repository.path("k8s/samples/desired-replicas-hpa.yaml"));

        // Then
        assertThat(metrics).contains("| `platen_operator_desired_replicas` | gauge |  | `namespace`; `pool` |");
        assertThat(keda).contains("platen_operator_desired_replicas{namespace=\"platen\", pool=\"render\"}");
        assertThat(hpa).contains("name: platen_operator_desired_replicas", "namespace: platen", "pool: render");
    }

    private static void accepts(JsonNode definition, JsonNode sample) throws IOException {
        JsonNode spec = definition.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
        ScalingTest.closed(spec);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(new ObjectMapper().writeValueAsString(spec), InputFormat.JSON);
        assertThat(schema.validate(sample.path("spec").toString(), InputFormat.JSON))
                .as("errors in %s", sample)
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> shouldBeBuiltByKubectl(@TempDir Path folder) {
        assumeTrue(isInstalled("kubectl"), "kubectl is not installed");
        return folders()
                .map(built -> DynamicTest.dynamicTest(built.getFileName() + "", () -> {
                    Path output = folder.resolve(built.getFileName() + ".yaml");
                    Process kubectl = new ProcessBuilder("kubectl", "kustomize", built.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
                    assertThat(kubectl.waitFor(120, TimeUnit.SECONDS))
                            .as("kubectl ended")
                            .isTrue();
                    assertThat(kubectl.exitValue()).as(Files.readString(output)).isZero();
                    assertThat(names(Chart.read(Files.readString(output))))
                            .containsExactlyInAnyOrderElementsOf(names(objects(built)));
                }));
    }

    /** What the files say, with those of other folders that are named. */
    private static List<JsonNode> objects(Path folder) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String resource : resources(folder)) {
            Path named = folder.resolve(resource).normalize();
            if (Files.isDirectory(named)) {
                objects.addAll(objects(named));
            } else {
                objects.addAll(Chart.read(Files.readString(named)));
            }
        }
        return objects;
    }

    private static List<String> names(List<JsonNode> objects) {
        return objects.stream()
                .map(object -> object.path("kind").asText() + " "
                        + object.at("/metadata/name").asText())
                .toList();
    }

    private static List<String> resources(Path folder) throws IOException {
        return YAML.readTree(folder.resolve(LIST).toFile())
                .path("resources")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<Path> folders() {
        return Repository.files(Repository.path("k8s"), "").stream()
                .filter(folder -> Files.exists(folder.resolve(LIST)));
    }

    private static boolean isInstalled(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
