package dev.platen.helm.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.helm.source.Repository;
import dev.platen.testkit.Debian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class DashboardTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Dashboard overview() throws IOException {
        return Dashboard.read(Repository.path("dashboards/platen-overview.json"));
    }

    private static Stream<Path> files() {
        return Repository.files(Repository.path("dashboards"), "platen-").stream();
    }

    private static List<Dashboard> all() throws IOException {
        List<Dashboard> all = new ArrayList<>();
        for (Path file : files().toList()) {
            all.add(Dashboard.read(file));
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> shouldBeAsItsSketchSays() {
        return Repository.files(Repository.path("dashboards/source"), "platen-").stream()
                .map(source -> DynamicTest.dynamicTest(source.getFileName() + "", () -> {
                    String name = (source.getFileName() + "").replace(".yaml", ".json");
                    Repository.verify(Repository.path("dashboards").resolve(name), Sketch.drawn(source));
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldKeepToTheRules() {
        return files().map(file ->
                DynamicTest.dynamicTest(file.getFileName() + "", () -> assertThat(Linter.findings(Dashboard.read(file)))
                        .isEmpty()));
    }

    /** A case changes one place of the dashboard and says which rule that breaks. */
    @TestFactory
    Stream<DynamicTest> shouldNoticeABrokenRule() throws IOException {
        return Repository.cases(DashboardTest.class, "invalid-").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName() + "", () -> {
                    // Given
                    JsonNode breakage = JSON.readTree(file.toFile());
                    Dashboard dashboard = overview();
                    ObjectNode place = (ObjectNode)
                            dashboard.model().at(breakage.path("at").asText());
                    place.setAll((ObjectNode) breakage.path("set"));

                    // When
                    List<String> findings = Linter.findings(dashboard);

                    // Then
                    assertThat(findings)
                            .singleElement()
                            .asString()
                            .contains(breakage.path("finding").asText());
                }));
    }

    /** The pages of the documentation are compared with running processes, so what they name exists. */
    @Test
    void shouldNameOnlyMetricsThatAreDocumented() throws IOException {
        // Given
        String documented = Files.readString(Repository.path("docs/metrics.md"));

        // When
        Set<String> own = new TreeSet<>();
        for (Dashboard dashboard : all()) {
            dashboard.metricNames().stream().map(DashboardTest::family).forEach(own::add);
        }

        // Then
        assertThat(own).hasSizeGreaterThan(60).allSatisfy(metric -> assertThat(documented)
                .contains("`" + metric));
    }

    private static String family(String series) {
        return series.replaceFirst("_(bucket|count|sum|max)$", "");
    }

    /** And the other way round: what nobody can see need not be measured. */
    @Test
    void shouldShowEveryMetricSomewhere() throws IOException {
        // Given
        Set<String> shown = new TreeSet<>();
        for (Dashboard dashboard : all()) {
            shown.addAll(dashboard.metricNames());
        }

        // When
        Set<String> documented = Pattern.compile("(?m)^\\| `(platen_\\w+)`")
                .matcher(Files.readString(Repository.path("docs/metrics.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(documented).isNotEmpty().allSatisfy(metric -> assertThat(shown)
                .anyMatch(series -> series.startsWith(metric)));
    }

    @TestFactory
    Stream<DynamicTest> shouldGiveEveryPanelAnIdAndAPlaceOfItsOwn() {
        return files().map(file -> DynamicTest.dynamicTest(
                file.getFileName() + "",
                () -> assertDisjoint(Dashboard.read(file).model().path("panels"))));
    }

    private static void assertDisjoint(JsonNode panels) {
        Set<Integer> ids = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (JsonNode panel : panels) {
            JsonNode grid = panel.path("gridPos");
            assertThat(ids.add(panel.path("id").asInt()))
                    .as("id of %s", panel.path("title"))
                    .isTrue();
            for (int x = grid.path("x").asInt();
                    x < grid.path("x").asInt() + grid.path("w").asInt();
                    x++) {
                for (int y = grid.path("y").asInt();
                        y < grid.path("y").asInt() + grid.path("h").asInt();
                        y++) {
                    assertThat(places.add(x + "," + y))
                            .as("place %d,%d of %s", x, y, panel.path("title"))
                            .isTrue();
                }
            }
        }
        assertThat(places).allMatch(place -> Integer.parseInt(place.split(",", 2)[0]) < 24);
    }

    /** The whole grammar is Prometheus' own to judge; its promtool does. */
    @Test
    void shouldBeAcceptedByPrometheus(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        Optional<Path> promtool = Debian.program("promtool", List.of("prometheus"));
        assumeTrue(promtool.isPresent(), "promtool is neither installed nor can Debian's package be had");
        List<Map<String, String>> rules = new ArrayList<>();
        for (Dashboard dashboard : all()) {
            for (String expression : dashboard.expressions()) {
                rules.add(Map.of("record", "expression_" + rules.size(), "expr", withoutVariables(expression)));
            }
        }
        Path file = folder.resolve("rules.yml");
        Files.writeString(
                file, JSON.writeValueAsString(Map.of("groups", List.of(Map.of("name", "panels", "rules", rules)))));

        // When
        Process checking = new ProcessBuilder(promtool.orElseThrow().toString(), "check", "rules", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();

        // Then
        assertThat(checking.waitFor(30, TimeUnit.SECONDS)).as("promtool ended").isTrue();
        assertThat(Files.readString(folder.resolve("out"))).contains("SUCCESS: " + rules.size() + " rules found");
    }

    private static String withoutVariables(String expression) {
        return expression.replace("$__rate_interval", "5m").replaceAll("\"\\$\\w+\"", "\".+\"");
    }
}
