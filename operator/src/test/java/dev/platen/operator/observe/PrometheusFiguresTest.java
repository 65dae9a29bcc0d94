package dev.platen.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.platen.contract.flow.WorkerTier;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers in the words of Prometheus' API. */
class PrometheusFiguresTest {
    private static final List<Pod> PODS = List.of(pod("render-a"), pod("render-b"));

    private HttpServer server;
    private PrometheusFigures figures;
    private volatile String asked = "";
    private volatile String answer = "";
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/prom/api/v1/query", exchange -> {
            asked = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        figures = new PrometheusFigures(
                URI.create("http://127.0.0.1:%d/prom/"
                        .formatted(server.getAddress().getPort())),
                Duration.ofSeconds(45));
    }

    @AfterEach
    void stop() {
        figures.close();
        server.stop(0);
    }

    @Test
    void shouldReadTheYoungestSamplesOfEveryPod() throws InterruptedException {
        // Given
        answer = """
                {"status":"success","data":{"resultType":"matrix","result":[
                {"metric":{"__name__":"platen_worker_busy_seconds_total","pod":"render-a","tier":"render"},"values":[[1700000000.1,"1.5"],[1700000015.1,"2.5"]]},
                {"metric":{"__name__":"platen_worker_records_total","pod":"render-a","tier":"render"},"values":[[1700000000.1,"100"],[1700000015.1,"250"]]},
                {"metric":{"__name__":"platen_worker_records_total","pod":"render-a","tier":"compile"},"values":[[1700000015.1,"7"]]},
                {"metric":{"__name__":"platen_worker_threads","pod":"render-a","tier":"render"},"values":[[1700000015.1,"2"]]},
                {"metric":{"__name__":"platen_worker_in_flight_limit","pod":"render-a","tier":"render"},"values":[[1700000015.1,"16"]]},
                {"metric":{"__name__":"system_cpu_count","pod":"render-a"},"values":[[1700000015.1,"4"]]}]}}
                """;

        // When
        Map<String, WorkerReading> readings = figures.read("forms", PODS, 8080, WorkerTier.RENDER);

        // Then
        assertThat(readings)
                .containsOnly(
                        Map.entry("render-a", new WorkerReading.Counters(2.5, 250, 2, 4, 16)),
                        Map.entry(
                                "render-b",
                                new WorkerReading.Silent("Prometheus has no samples of it that are young enough")));
        assertThat(asked)
                .startsWith("query={__name__=~\"")
                .contains(WorkerTier.BUSY_SECONDS, "namespace=\"forms\"", "pod=~\"render-a|render-b\"")
                .endsWith("}[45s]");
    }

    @Test
    void shouldTellWhyNothingIsKnown() throws InterruptedException {
        // Given
        status = 503;

        // When
        Map<String, WorkerReading> readings = figures.read("forms", PODS, 8080, WorkerTier.RENDER);

        // Then
        assertThat(readings).hasSize(2).allSatisfy((_, reading) -> assertThat(reading)
                .isEqualTo(new WorkerReading.Silent("Prometheus: it answered with status 503")));
    }

    @Test
    void shouldSurviveAnAnswerOfSomebodyElse() throws InterruptedException {
        // Given
        answer = "<html>";

        // When
        Map<String, WorkerReading> readings = figures.read("forms", PODS, 8080, WorkerTier.RENDER);

        // Then
        assertThat(readings.get("render-a"))
                .isEqualTo(new WorkerReading.Silent("Prometheus answered with something else than JSON"));
    }

    private static Pod pod(String name) {
        return new PodBuilder().withNewMetadata().withName(name).endMetadata().build();
    }
}
