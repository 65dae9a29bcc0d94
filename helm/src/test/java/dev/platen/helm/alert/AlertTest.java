package dev.platen.helm.alert;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.platen.helm.dashboard.Expression;
import dev.platen.helm.dashboard.Selector;
import dev.platen.helm.source.Repository;
import dev.platen.testkit.Debian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class AlertTest {
    private static final Path RULES = Repository.path("dashboards/alerts/platen.yaml");
    private static final Path CASES = Repository.path("helm/src/test/resources/dev/platen/helm/alert/AlertTest");

    @TempDir
    private Path folder;

    private static List<JsonNode> rules() throws IOException {
        return new YAMLMapper()
                .readTree(RULES.toFile())
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private static Stream<JsonNode> alerts() throws IOException {
        return rules().stream().filter(rule -> rule.has("alert"));
    }

    /** Each case has a test in which the alert fires, and one in which it is silent. */
    @TestFactory
    Stream<DynamicTest> shouldFireAndBeSilent() throws IOException {
        return alerts().map(alert -> alert.path("alert").asText())
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    // Given
                    Optional<Path> promtool = Debian.program("promtool", List.of("prometheus"));
                    assumeTrue(promtool.isPresent(), "promtool is neither installed nor can Debian's package be had");
                    Files.copy(RULES, folder.resolve("platen.yaml"), REPLACE_EXISTING);
                    Path cases = Files.copy(CASES.resolve(name + ".yaml"), folder.resolve(name + ".yaml"));

                    // When
                    Process testing = new ProcessBuilder(
                                    promtool.orElseThrow().toString(), "test", "rules", cases.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("out").toFile())
                            .start();

                    // Then
                    assertThat(testing.waitFor(30, TimeUnit.SECONDS))
                            .as("promtool ended")
                            .isTrue();
                    assertThat(testing.exitValue())
                            .as(Files.readString(folder.resolve("out")))
                            .isZero();
                    assertThat(Files.readString(cases)).contains("value: 1").contains("exp_samples: []");
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldLeadToARunbook() throws IOException {
        return alerts().map(alert -> DynamicTest.dynamicTest(alert.path("alert").asText(), () -> {
            String page =
                    "docs/operations/alerts/%s.md".formatted(alert.path("alert").asText());
            assertThat(alert.at("/annotations/runbook_url").asText()).isEqualTo(page);
            assertThat(Files.readString(Repository.path(page))).contains("## Look at", "## Do");
            assertThat(Files.readString(Repository.path("docs/operations/alerts/README.md")))
                    .contains("(%s.md) | %s |"
                            .formatted(
                                    alert.path("alert").asText(),
                                    alert.at("/labels/severity").asText()));
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).isNotBlank();
        }));
    }

    @Test
    void shouldWatchOnlyMetricsThatAreDocumented() throws IOException {
        // Given
        String documented = Files.readString(Repository.path("docs/metrics.md"));

        // When
        List<String> watched = rules().stream()
                .flatMap(rule -> Expression.of(rule.path("expr").asText()).selectors().stream())
                .map(Selector::metric)
                .filter(metric -> !metric.startsWith("namespace:"))
                .map(metric -> metric.replaceFirst("_(bucket|count|sum|max)$", ""))
                .distinct()
                .toList();

        // Then
        assertThat(watched).hasSizeGreaterThan(10).allSatisfy(metric -> assertThat(documented)
                .contains("`" + metric));
    }
}
