package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Everything is refused but what somebody needs: the policies of both ends are read together. */
class NetworkTest {
    private static final String COMPONENT = "app.kubernetes.io/component";

    @Test
    void shouldConnectExactlyWhoMustTalk() throws IOException {
        // Given
        List<JsonNode> policies = Chart.ofKind(Chart.objects(Chart.DEFAULTS), "NetworkPolicy");

        // When
        Set<String> sent = flows(policies, "egress", "to");
        Set<String> taken = flows(policies, "ingress", "from");

        // Then
        assertThat(sent)
                .containsExactlyInAnyOrder(
                        "gateway > cache:11222",
                        "compiler > cache:11222",
                        "render > cache:11222",
                        "cache > cache:7800",
                        "cache > cache:7900",
                        "operator > cache:8080",
                        "operator > compiler:8080",
                        "operator > gateway:8080",
                        "operator > render:8080");
        assertThat(taken).as("what one end sends, the other end takes").isEqualTo(sent);
    }

    @Test
    void shouldReachNamesAndKafkaFromEverywhereAndTheApiServerFromTheOperator() throws IOException {
        // Given
        List<JsonNode> policies = Chart.ofKind(Chart.objects(Chart.DEFAULTS), "NetworkPolicy");

        // When
        Set<String> open = policies.stream()
                .flatMap(policy -> policy.at("/spec/egress")
                        .valueStream()
                        .filter(rule -> !rule.has("to"))
                        .flatMap(rule -> rule.path("ports").valueStream())
                        .map(port -> component(policy.path("spec")) + ":"
                                + port.path("port").asInt()))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(open)
                .containsExactly(
                        "cache:53",
                        "cache:9092",
                        "compiler:53",
                        "compiler:9092",
                        "gateway:53",
                        "gateway:9092",
                        "operator:443",
                        "operator:53",
                        "operator:6443",
                        "operator:9092",
                        "render:53",
                        "render:9092");
    }

    @TestFactory
    Stream<DynamicTest> shouldNeverMeanEverybodyByAnEmptyList() throws IOException {
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    for (JsonNode policy : Chart.ofKind(Chart.objects(values), "NetworkPolicy")) {
                        Stream.of("ingress", "egress")
                                .flatMap(direction ->
                                        policy.path("spec").path(direction).valueStream())
                                .forEach(rule -> {
                                    assertThat(rule.path("ports"))
                                            .as("ports of %s", rule)
                                            .isNotEmpty();
                                    for (String end : List.of("from", "to")) {
                                        assertThat(rule.has(end)
                                                        && rule.path(end).isEmpty())
                                                .as("%s of %s is empty", end, rule)
                                                .isFalse();
                                    }
                                });
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldCoverEveryPodOrNone() throws IOException {
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    List<JsonNode> objects = Chart.objects(values);
                    Set<String> covered = Chart.ofKind(objects, "NetworkPolicy").stream()
                            .filter(policy ->
                                    policy.at("/spec/policyTypes").toString().equals("[\"Ingress\",\"Egress\"]"))
                            .map(policy -> policy.at("/metadata/name").asText())
                            .collect(Collectors.toSet());
                    if (!covered.isEmpty()) {
                        assertThat(covered).isEqualTo(Chart.pods(objects).keySet());
                    }
                }));
    }

    private static Set<String> flows(List<JsonNode> policies, String direction, String end) {
        Set<String> flows = new TreeSet<>();
        for (JsonNode policy : policies) {
            String own = component(policy.path("spec"));
            policy.path("spec").path(direction).forEach(rule -> rule.path(end).forEach(peer -> {
                String other = component(peer);
                rule.path("ports")
                        .forEach(port -> flows.add(
                                direction.equals("egress")
                                        ? own + " > " + other + ":"
                                                + port.path("port").asInt()
                                        : other + " > " + own + ":"
                                                + port.path("port").asInt()));
            }));
        }
        flows.removeIf(flow -> flow.startsWith(" >")); // whole namespaces, for metrics
        return flows;
    }

    private static String component(JsonNode selecting) {
        return selecting.path("podSelector").path("matchLabels").path(COMPONENT).asText();
    }
}
