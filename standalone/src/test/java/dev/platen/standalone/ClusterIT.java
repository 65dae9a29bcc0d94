package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.standalone.cluster.Member;
import dev.platen.testkit.Client;
import dev.platen.transport.Publisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The services as processes of their own: the same bytes, and promise P1 whichever of them is killed. */
class ClusterIT {
    private static final Duration SECONDS = Duration.ofSeconds(30);

    @TempDir
    private static Path directory;

    private static RunningCluster running;

    @BeforeAll
    static void start() {
        running = RunningCluster.start(directory);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @TestFactory
    Stream<DynamicTest> shouldRenderTheSameBytesAsThePipeline() {
        return Documents.all().entrySet().stream()
                .map(document -> DynamicTest.dynamicTest(document.getKey(), () -> {
                    // Given
                    String address = "/v1/schemas/" + document.getKey();
                    assertThat(running.client()
                                    .put(address, document.getValue())
                                    .statusCode())
                            .isIn(200, 201);

                    // When
                    byte[] page = running.client().get(address + "/render").body();

                    // Then
                    assertThat(page).isEqualTo(Documents.rendered(document.getValue()));
                }));
    }

    @Test
    void shouldChangeThePagesOfDependentsThoughTheCompilerIsKilled() {
        // Given
        put("part", "{\"type\": \"string\", \"title\": \"Before\"}");
        put("whole", "{\"properties\": {\"a\": {\"$ref\": \"part\"}}}");
        assertThat(text(running.client().get("/v1/schemas/whole/render"))).contains("Before");

        // When
        put("part", "{\"type\": \"string\", \"title\": \"After\"}");
        running.kill("compiler");

        // Then
        await().atMost(RunningCluster.START).ignoreExceptions().untilAsserted(() -> assertThat(
                        text(running.client().get("/v1/schemas/whole/render")))
                .contains("After"));
        running.awaitReady();
    }

    private static void put(String name, String document) {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        assertThat(running.client().put("/v1/schemas/" + name, body).statusCode())
                .isEqualTo(201);
    }

    @Test
    void shouldResizeEveryPoolWithinSecondsOfTheOperatorsWord() {
        // Given
        try (Publisher publisher = new Publisher(running.kafka(), "/platen/test")) {

            // When
            publisher.announce(new PoolSettings("render", 3, 77)).join();
            publisher.announce(new PoolSettings("compile", 1, 5)).join();
        }

        // Then
        await().atMost(SECONDS).untilAsserted(() -> {
            assertPool("render-1", "render", 3, 77);
            assertPool("render-2", "render", 3, 77);
            assertPool("compiler", "compile", 1, 5);
        });
    }

    @Test
    void shouldGoOnWithThePoolSizesOfAnOperatorThatIsGone() {
        // Given
        try (Publisher operator = new Publisher(running.kafka(), "/platen/test")) {
            operator.announce(new PoolSettings("render", 2, 55)).join();
        }
        await().atMost(SECONDS).untilAsserted(() -> assertPool("render-2", "render", 2, 55));

        // When
        running.kill("render-1", "render-2");
        running.awaitReady();

        // Then
        await().atMost(SECONDS).untilAsserted(() -> {
            assertPool("render-1", "render", 2, 55);
            assertPool("render-2", "render", 2, 55);
        });
        put("unattended", "{\"title\": \"Unattended\"}");
        assertThat(text(running.client().get("/v1/schemas/unattended/render"))).contains("Unattended");
    }

    private static void assertPool(String member, String tier, int workers, int inFlight) {
        try (Client worker = new Client(running.member(member).port())) {
            assertThat(Client.text(worker.get("/q/metrics")))
                    .contains("platen_worker_threads{tier=\"%s\"} %d.0".formatted(tier, workers))
                    .contains("platen_worker_in_flight_limit{tier=\"%s\"} %d.0".formatted(tier, inFlight));
        }
    }

    @Test
    void shouldFindEverySchemaAgainWhicheverProcessIsKilled() {
        Acknowledged schemas = new Acknowledged();
        for (Member member : running.cluster().members()) {
            // Given
            await().atMost(RunningCluster.START)
                    .until(() -> running.client().get("/q/health/ready").statusCode() == 200);
            schemas.store(running.client(), member.name());

            // When
            running.kill(member.name());

            // Then
            await().atMost(RunningCluster.START)
                    .ignoreExceptions()
                    .untilAsserted(() -> schemas.assertAllThere(running.client()));
            running.awaitReady();
        }
    }
}
