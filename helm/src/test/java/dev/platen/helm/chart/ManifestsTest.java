package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What exists twice, because a chart must hold everything it renders, stays the same in both places. */
class ManifestsTest {
    private static final Path QUICK_START = Chart.FOLDER.resolve("ci/quickstart-values.yaml");

    @Test
    void shouldKeepThePlainManifestsEqualToTheChart() throws IOException {
        // When
        String rendered = Chart.render(Chart.DEFAULTS);

        // Then
        Repository.verify(
                Repository.path("k8s/base/platen.yaml"),
                "# The chart in helm/platen with ci/minimal-values.yaml, rendered; change it there.\n" + rendered);
    }

    @Test
    void shouldKeepTheQuickStartEqualToTheChart() throws IOException {
        // When
        String rendered = Chart.render(List.of(Chart.FOLDER.resolve("presets/small.yaml"), QUICK_START));

        // Then
        Repository.verify(
                Repository.path("k8s/quickstart/platen.yaml"),
                "# The chart in helm/platen with presets/small.yaml and ci/quickstart-values.yaml, rendered; change it there.\n"
                        + rendered);
    }

    @Test
    void shouldCarryTheCustomResourceDefinitions() throws IOException {
        copies("k8s/crds", ".yml", "files/crds");
    }

    /** A catalogue of charts shows them. */
    @Test
    void shouldNameTheDefinitionsThatItCarries() throws IOException {
        // Given
        List<String> carried = new ArrayList<>();
        for (Path file : Repository.files(Chart.FOLDER.resolve("files/crds"), "")) {
            JsonNode definition = Chart.read(Files.readString(file)).getFirst();
            carried.add("%s %s %s"
                    .formatted(
                            definition.at("/metadata/name").asText(),
                            definition.at("/spec/names/kind").asText(),
                            definition.at("/spec/versions/0/name").asText()));
        }

        // When
        String named = Chart.read(Files.readString(Chart.FOLDER.resolve("Chart.yaml")))
                .getFirst()
                .at("/annotations/artifacthub.io~1crds")
                .asText();

        // Then
        assertThat(new YAMLMapper().readTree(named))
                .extracting(kind -> "%s %s %s"
                        .formatted(
                                kind.path("name").asText(),
                                kind.path("kind").asText(),
                                kind.path("version").asText()))
                .containsExactlyInAnyOrderElementsOf(carried);
    }

    @Test
    void shouldCarryTheDashboards() throws IOException {
        copies("dashboards", ".json", "files/dashboards");
    }

    @Test
    void shouldCarryTheAlertsWithTheirRunbooks() throws IOException {
        // Given
        copies("dashboards/alerts", ".yaml", "files/alerts");

        // When
        List<JsonNode> rules =
                Chart.ofKind(Chart.objects(Chart.FOLDER.resolve("ci/everything-values.yaml")), "PrometheusRule");

        // Then
        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.at("/spec/groups/1/rules/0/annotations/runbook_url").asText())
                    .isEqualTo("https://git.example.org/platen/docs/operations/alerts/PlatenPagesSlow.md");
            assertThat(rule.at("/spec/groups/1/rules/4/annotations/summary").asText())
                    .contains("{{ $labels.tier }}");
        });
    }

    private static void copies(String original, String suffix, String inChart) throws IOException {
        for (Path file : Repository.files(Repository.path(original), "")) {
            if (file.toString().endsWith(suffix)) {
                Repository.verify(Chart.FOLDER.resolve(inChart).resolve(file.getFileName()), Files.readString(file));
            }
        }
    }

    @Test
    void shouldRenderTheDashboardsUnchanged() throws IOException {
        // Given
        Path everything = Chart.FOLDER.resolve("ci/everything-values.yaml");

        // When
        List<JsonNode> dashboards = Chart.ofKind(Chart.objects(everything), "ConfigMap").stream()
                .filter(map -> map.at("/metadata/labels").has("grafana_dashboard"))
                .toList();

        // Then
        List<Path> originals = Repository.files(Repository.path("dashboards"), "platen-");
        assertThat(dashboards).hasSameSizeAs(originals).allSatisfy(map -> {
            assertThat(map.at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
            String file = map.path("data").fieldNames().next();
            assertThat(map.path("data").path(file).asText().strip())
                    .isEqualTo(Files.readString(Repository.path("dashboards/" + file))
                            .strip());
        });
    }

    @Test
    void shouldRenderTheDefinitionOnlyWhereItIsAskedForAndThenKeepIt() throws IOException {
        // Given
        Path everything = Chart.FOLDER.resolve("ci/everything-values.yaml");

        // When
        List<JsonNode> asked = Chart.ofKind(Chart.objects(everything), "CustomResourceDefinition");
        List<JsonNode> notAsked = Chart.ofKind(Chart.objects(Chart.DEFAULTS), "CustomResourceDefinition");

        // Then
        assertThat(notAsked).isEmpty();
        assertThat(asked).isNotEmpty().allSatisfy(definition -> assertThat(definition
                        .path("metadata")
                        .path("annotations")
                        .path("helm.sh/resource-policy")
                        .asText())
                .isEqualTo("keep"));
    }
}
