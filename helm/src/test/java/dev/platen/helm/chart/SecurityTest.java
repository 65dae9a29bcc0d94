package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The level "restricted" of the Pod Security Standards, roles without wildcards, tokens only where they are needed. */
class SecurityTest {
    @TestFactory
    Stream<DynamicTest> shouldRestrictEveryPod() throws IOException {
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    Map<String, JsonNode> pods = Chart.pods(Chart.objects(values));
                    assertThat(pods).hasSizeGreaterThanOrEqualTo(4);
                    pods.forEach(SecurityTest::assertRestricted);
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldRestrictThePodOfHelmTest() throws IOException, InterruptedException {
        Helm4 helm4 = Helm4.fetched();
        assumeTrue(helm4.isThere(), helm4::whyNot);
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    List<JsonNode> pods = Chart.ofKind(Chart.read(helm4.renderTests(values)), "Pod");
                    assertThat(pods).singleElement().satisfies(pod -> {
                        assertThat(pod.at("/metadata/annotations").toString()).contains("\"helm.sh/hook\":\"test\"");
                        assertRestricted("test", pod.path("spec"));
                        assertThat(pod.at("/spec/automountServiceAccountToken").asBoolean(true))
                                .isFalse();
                        assertThat(pod.at("/spec/enableServiceLinks").asBoolean(true))
                                .isFalse();
                        assertThat(Repository.path("gateway/src/main/java/%s.java"
                                        .formatted(pod.at("/spec/containers/0/command/3")
                                                .asText()
                                                .replace('.', '/'))))
                                .exists();
                    });
                }));
    }

    private static void assertRestricted(String name, JsonNode pod) {
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                .as("%s runs as non-root", name)
                .isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                .as("seccomp profile of %s", name)
                .isEqualTo("RuntimeDefault");
        for (String forbidden : List.of("hostNetwork", "hostPID", "hostIPC", "initContainers")) {
            assertThat(pod.has(forbidden)).as("%s has %s", name, forbidden).isFalse();
        }
        assertThat(pod.path("volumes").valueStream())
                .as("volumes of %s", name)
                .allMatch(volume -> volume.has("emptyDir") || volume.has("secret") || volume.has("configMap"));
        assertThat(pod.path("containers")).hasSize(1).allSatisfy(container -> {
            JsonNode context = container.path("securityContext");
            assertThat(context.at("/allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(context.at("/readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(context.at("/capabilities").toString()).isEqualTo("{\"drop\":[\"ALL\"]}");
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldReserveTheMemoryThatMayBeUsed() throws IOException {
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(
                        values.getFileName() + "",
                        () -> assertThat(Chart.pods(Chart.objects(values))).allSatisfy((name, pod) -> {
                            JsonNode resources = pod.at("/containers/0/resources");
                            assertThat(resources.at("/limits/memory").asText())
                                    .as("memory of %s", name)
                                    .isNotEmpty()
                                    .isEqualTo(resources.at("/requests/memory").asText());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> shouldGiveATokenToTheOperatorOnly() throws IOException {
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(
                        values.getFileName() + "",
                        () -> assertThat(Chart.pods(Chart.objects(values))).allSatisfy((name, pod) -> assertThat(
                                        pod.path("automountServiceAccountToken").asBoolean(true))
                                .as("%s gets a token", name)
                                .isEqualTo(name.endsWith("-operator")))));
    }

    /** A service called platen-cache would otherwise put PLATEN_CACHE_PORT=tcp://… over the setting of that name. */
    @TestFactory
    Stream<DynamicTest> shouldKeepServiceLinksOutOfTheSettings() throws IOException {
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(
                        values.getFileName() + "",
                        () -> assertThat(Chart.pods(Chart.objects(values))).allSatisfy((name, pod) -> assertThat(
                                        pod.path("enableServiceLinks").asBoolean(true))
                                .as("%s gets service links", name)
                                .isFalse())));
    }

    @Test
    void shouldAllowTheOperatorNoMoreThanItNeeds() throws IOException {
        // When
        List<JsonNode> objects = Chart.objects(Chart.DEFAULTS);

        // Then
        assertThat(Chart.ofKind(objects, "ClusterRole")).isEmpty();
        assertThat(Chart.ofKind(objects, "Role")).singleElement().satisfies(role -> {
            assertThat(role.toString()).doesNotContain("\"*\"");
            assertThat(role.path("rules").valueStream().map(SecurityTest::sentence))
                    .containsExactly(
                            "workerpools cacheclusters uischemas: list watch",
                            "workerpools/status cacheclusters/status uischemas/status: patch",
                            "uischemas: get patch",
                            "deployments: get",
                            "statefulsets: get patch",
                            "deployments/scale statefulsets/scale: get update",
                            "pods: list",
                            "events: create",
                            "leases: create get patch");
        });
    }

    @Test
    void shouldAllowTheOperatorOfAllNamespacesTheSameEverywhereAndItsLeaseAtHome() throws IOException {
        // Given
        List<JsonNode> oneNamespace = rules(Chart.objects(Chart.DEFAULTS), "Role");

        // When
        List<JsonNode> objects = Chart.objects(Chart.FOLDER.resolve("ci/everything-values.yaml"));

        // Then
        List<JsonNode> everywhere = rules(objects, "ClusterRole");
        assertThat(everywhere).isEqualTo(oneNamespace.subList(0, oneNamespace.size() - 1));
        assertThat(rules(objects, "Role")).isEqualTo(List.of(oneNamespace.getLast()));
        assertThat(Chart.ofKind(objects, "ClusterRoleBinding")).singleElement().satisfies(binding -> assertThat(
                        binding.at("/roleRef/name"))
                .isEqualTo(Chart.ofKind(objects, "ClusterRole").getFirst().at("/metadata/name")));
    }

    private static List<JsonNode> rules(List<JsonNode> objects, String kind) {
        return Chart.ofKind(objects, kind)
                .getFirst()
                .path("rules")
                .valueStream()
                .toList();
    }

    private static String sentence(JsonNode rule) {
        return words(rule.path("resources")) + ": " + words(rule.path("verbs"));
    }

    private static String words(JsonNode list) {
        return String.join(" ", list.valueStream().map(JsonNode::asText).toList());
    }
}
