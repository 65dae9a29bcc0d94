package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.LintResult;
import dev.platen.helm.source.Repository;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChartTest {
    @Test
    void shouldPassStrictLint() {
        // When
        LintResult result = Chart.lint();

        // Then
        assertThat(result.isFailed()).as("lint: %s", result.getMessages()).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> shouldRenderOnlyFieldsThatKubernetesKnows() throws IOException {
        KubernetesSerialization kubernetes = new KubernetesSerialization();
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    for (JsonNode object : Chart.objects(values)) {
                        Object model = kubernetes.unmarshal(object.toString());
                        assertThat(UnknownFields.of(model))
                                .as("unknown fields of %s %s", object.path("kind"), object.at("/metadata/name"))
                                .isEmpty();
                    }
                }));
    }

    @Test
    void shouldNoticeAFieldThatKubernetesDoesNotKnow() {
        // Given
        String typo = """
                {"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "reqources": {}}]}}
                """;

        // When
        Object model = new KubernetesSerialization().unmarshal(typo);

        // Then
        assertThat(UnknownFields.of(model)).containsExactly("Container.reqources");
    }

    @Test
    void shouldNoticeAFieldThatThePrometheusOperatorDoesNotKnow() {
        // Given
        String typo = """
                {"apiVersion": "monitoring.coreos.com/v1", "kind": "ServiceMonitor", "spec": {"endpoints": [{"prot": "http"}]}}
                """;

        // When
        Object model = new KubernetesSerialization().unmarshal(typo);

        // Then
        assertThat(UnknownFields.of(model)).containsExactly("Endpoint.prot");
    }

    @TestFactory
    Stream<DynamicTest> shouldGiveEveryObjectAnIdentityAndANameOfItsOwn() throws IOException {
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    Set<String> seen = new HashSet<>();
                    for (JsonNode object : Chart.objects(values)) {
                        String name = object.path("kind").asText() + " "
                                + object.at("/metadata/name").asText();
                        assertThat(seen.add(name)).as("%s is there once", name).isTrue();
                        assertThat(object.at("/metadata/labels").properties().stream()
                                        .map(Map.Entry::getKey))
                                .as("labels of %s", name)
                                .contains(
                                        "app.kubernetes.io/name",
                                        "app.kubernetes.io/instance",
                                        "app.kubernetes.io/version",
                                        "app.kubernetes.io/managed-by",
                                        "helm.sh/chart");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseWrongValues() {
        return Repository.cases(ChartTest.class, "invalid-").stream()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    String expected = expectedMessage(values);
                    assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining(expected);
                }));
    }

    @Test
    void shouldRefuseToRenderWithoutKafka() {
        // Given
        Path nothing = Repository.cases(ChartTest.class, "no-kafka").getFirst();

        // When // Then
        assertThatThrownBy(() -> Chart.render(nothing)).hasMessageContaining("kafka.bootstrapServers is required");
    }

    /** The first line of a case: {@code # part of the message}. */
    private static String expectedMessage(Path values) throws IOException {
        String first = Files.readAllLines(values).getFirst();
        assertThat(first).as("first line of %s", values).startsWith("# ");
        return first.substring(2);
    }

    @Test
    void shouldUseDigestsAndTheRegistry() throws IOException {
        // Given
        Path everything = Chart.FOLDER.resolve("ci/everything-values.yaml");

        // When
        List<String> images = Chart.pods(Chart.objects(everything)).values().stream()
                .map(pod -> pod.at("/containers/0/image").asText())
                .toList();

        // Then
        assertThat(images)
                .containsExactlyInAnyOrder(
                        "registry.example.org/platen/gateway@sha256:" + "0".repeat(63) + "1",
                        "registry.example.org/platen/compiler-service:0.1.0-fips",
                        "registry.example.org/platen/render-service:" + appVersion(),
                        "registry.example.org/platen/cache-service:" + appVersion(),
                        "registry.example.org/platen/operator:0.1.0");
    }

    private static String appVersion() throws IOException {
        return new YAMLMapper()
                .readTree(Chart.FOLDER.resolve("Chart.yaml").toFile())
                .path("appVersion")
                .asText();
    }
}
