package dev.platen.helm.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.helm.source.Meters;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

    @TestFactory
    Stream<DynamicTest> shouldKeepToTheRules() throws IOException {
        return Repository.files(Repository.path("dashboards"), "").stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName() + "",
                        () -> assertThat(Linter.findings(Dashboard.read(file))).isEmpty()));
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

    @Test
    void shouldNameOnlyMetersThatTheServicesRegister() throws IOException {
        // When
        Set<String> own = new HashSet<>();
        overview().metricNames().stream()
                .filter(metric -> metric.startsWith("platen_"))
                .map(Meters::meterOf)
                .forEach(own::add);

        // Then
        assertThat(own).hasSizeGreaterThan(15).isSubsetOf(Meters.names());
    }

    @Test
    void shouldGiveEveryPanelAnIdAndAPlaceOfItsOwn() throws IOException {
        // Given
        Set<Integer> ids = new HashSet<>();
        Set<String> places = new HashSet<>();

        // When // Then
        for (JsonNode panel : overview().model().path("panels")) {
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

    /** The whole grammar is Prometheus' own to judge; its promtool does where it is installed. */
    @Test
    void shouldBeAcceptedByPrometheus(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        assumeTrue(isInstalled("promtool"), "promtool is not installed");
        List<Map<String, String>> rules = new ArrayList<>();
        for (String expression : overview().expressions()) {
            rules.add(Map.of("record", "expression_" + rules.size(), "expr", withoutVariables(expression)));
        }
        Path file = folder.resolve("rules.yml");
        Files.writeString(
                file, JSON.writeValueAsString(Map.of("groups", List.of(Map.of("name", "panels", "rules", rules)))));

        // When
        Process promtool = new ProcessBuilder("promtool", "check", "rules", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();

        // Then
        assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).as("promtool ended").isTrue();
        assertThat(Files.readString(folder.resolve("out"))).contains("SUCCESS: " + rules.size() + " rules found");
    }

    private static boolean isInstalled(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static String withoutVariables(String expression) {
        return expression.replace("$__rate_interval", "5m").replaceAll("\"\\$\\w+\"", "\".+\"");
    }
}
