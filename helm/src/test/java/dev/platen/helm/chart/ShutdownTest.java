package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.transport.Drain;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nobody is killed while there is time left to finish: waiting, requests, drain and the end of the JVM fit into the grace. */
class ShutdownTest {
    private static final Duration END_OF_JVM = Duration.ofSeconds(3);

    @TestFactory
    Stream<DynamicTest> shouldGiveEveryPodTheTimeThatItsEndMayTake() throws IOException {
        return Chart.valuesFiles()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> assertThat(
                                Chart.pods(Chart.objects(values)))
                        .allSatisfy((name, pod) -> assertThat(seconds(pod.path("terminationGracePeriodSeconds")))
                                .as("grace of %s", name)
                                .isGreaterThanOrEqualTo(longestEnd(pod.at("/containers/0"))))));
    }

    private static Duration longestEnd(JsonNode container) {
        Duration requests = container
                .path("env")
                .valueStream()
                .filter(variable -> variable.path("name").asText().equals("QUARKUS_SHUTDOWN_TIMEOUT"))
                .map(variable -> Duration.parse(variable.path("value").asText()))
                .findFirst()
                .orElse(Duration.ZERO);
        return seconds(container.at("/lifecycle/preStop/sleep/seconds"))
                .plus(requests)
                .plus(Drain.longest())
                .plus(END_OF_JVM);
    }

    private static Duration seconds(JsonNode number) {
        return Duration.ofSeconds(number.asLong());
    }
}
