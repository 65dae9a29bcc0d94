package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whom a Prometheus operator asks, read as it reads monitors, Services and pods. Nobody is asked twice. */
class MonitorsTest {
    private static final String COMPONENT = "app.kubernetes.io/component";

    @TestFactory
    Stream<DynamicTest> shouldAskNobodyTwice() {
        Map<String, List<String>> asked = Map.of(
                "pods.yaml", List.of("cache", "compiler", "gateway", "operator", "render"),
                "services.yaml", List.of("cache", "gateway"),
                "both.yaml", List.of("cache", "compiler", "gateway", "operator", "render"));
        return Repository.cases(MonitorsTest.class, "").stream()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> assertThat(asked(values))
                        .containsExactlyInAnyOrderElementsOf(
                                asked.getOrDefault(values.getFileName() + "", List.of()))));
    }

    private static List<String> asked(Path values) throws IOException {
        List<JsonNode> objects = Chart.read(Chart.render(List.of(Chart.DEFAULTS, values)));
        List<String> asked = new ArrayList<>();
        for (JsonNode monitor : Chart.ofKind(objects, "PodMonitor")) {
            pods(objects).stream()
                    .filter(pod -> matches(monitor.at("/spec/selector"), pod.at("/metadata/labels")))
                    .filter(pod -> hasPort(pod.at("/spec/containers/0/ports"), monitor, "podMetricsEndpoints"))
                    .forEach(pod ->
                            asked.add(pod.at("/metadata/labels").path(COMPONENT).asText()));
        }
        for (JsonNode monitor : Chart.ofKind(objects, "ServiceMonitor")) {
            Chart.ofKind(objects, "Service").stream()
                    .filter(service -> matches(monitor.at("/spec/selector"), service.at("/metadata/labels")))
                    .filter(service -> hasPort(service.at("/spec/ports"), monitor, "endpoints"))
                    .forEach(service -> asked.add(
                            service.at("/spec/selector").path(COMPONENT).asText()));
        }
        return asked;
    }

    private static List<JsonNode> pods(List<JsonNode> objects) {
        return objects.stream()
                .map(object -> object.at("/spec/template"))
                .filter(JsonNode::isObject)
                .toList();
    }

    private static boolean hasPort(JsonNode ports, JsonNode monitor, String endpoints) {
        JsonNode endpoint = monitor.path("spec").path(endpoints).path(0);
        assertThat(endpoint.path("path").asText()).isEqualTo("/q/metrics");
        return ports.valueStream().anyMatch(port -> port.path("name").equals(endpoint.path("port")));
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        Map<String, String> wanted = new TreeMap<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label -> wanted.put(label.getKey(), label.getValue().asText()));
        return wanted.entrySet().stream()
                        .allMatch(label -> labels.path(label.getKey()).asText().equals(label.getValue()))
                && selector.path("matchExpressions").valueStream().allMatch(expression -> {
                    assertThat(expression.path("operator").asText()).isEqualTo("NotIn");
                    return expression
                            .path("values")
                            .valueStream()
                            .noneMatch(labels.path(expression.path("key").asText())::equals);
                });
    }
}
