package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.helm.source.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SettingsTest {
    @TestFactory
    Stream<DynamicTest> shouldSetOnlyWhatAServiceDeclares() throws IOException {
        Set<String> declared =
                Settings.keys().stream().map(Settings::environmentVariable).collect(Collectors.toSet());
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    List<String> set = Chart.pods(Chart.objects(values)).values().stream()
                            .flatMap(pod -> pod.at("/containers/0/env").valueStream())
                            .map(variable -> variable.path("name").asText())
                            .filter(variable -> variable.startsWith("PLATEN_"))
                            .toList();
                    assertThat(set).isNotEmpty().isSubsetOf(declared);
                }));
    }

    @Test
    void shouldNameEveryCacheNodeForItsClients() throws IOException {
        // When
        Map<String, JsonNode> pods = Chart.pods(Chart.objects(Chart.FOLDER.resolve("ci/everything-values.yaml")));

        // Then
        assertThat(pods).hasEntrySatisfying("forms-gateway", gateway -> assertThat(gateway.toString())
                .contains("{\"name\":\"PLATEN_CACHE_CLIENT_SERVERS\",\"value\":\"forms-cache-0.forms-cache:11222;"
                        + "forms-cache-1.forms-cache:11222;forms-cache-2.forms-cache:11222\"}"));
    }
}
