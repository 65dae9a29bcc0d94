package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.standalone.cluster.Cluster;
import dev.platen.standalone.cluster.ClusterConfig;
import dev.platen.standalone.cluster.Member;
import dev.platen.standalone.cluster.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Home;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.Publisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The services as processes of their own: the same bytes, and promise P1 whichever of them is killed. */
class ClusterIT {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration SECONDS = Duration.ofSeconds(30);

    @TempDir
    private static Path directory;

    private static Cluster cluster;
    private static Client client;

    @BeforeAll
    static void start() {
        ClusterConfig config = new ClusterConfig(Ports.free(), directory, 2, Optional.empty());
        cluster = Cluster.start(Home.path(), config);
        cluster.awaitReady(START, _ -> {});
        client = new Client(config.port());
    }

    @AfterAll
    static void stop() {
        client.close();
        cluster.close();
    }

    @TestFactory
    Stream<DynamicTest> shouldRenderTheSameBytesAsThePipeline() {
        return Documents.all().entrySet().stream()
                .map(document -> DynamicTest.dynamicTest(document.getKey(), () -> {
                    // Given
                    String address = "/v1/schemas/" + document.getKey();
                    assertThat(client.put(address, document.getValue()).statusCode())
                            .isIn(200, 201);

                    // When
                    byte[] page = client.get(address + "/render").body();

                    // Then
                    assertThat(page).isEqualTo(Documents.rendered(document.getValue()));
                }));
    }

    @Test
    void shouldChangeThePagesOfDependentsThoughTheCompilerIsKilled() {
        // Given
        put("part", "{\"type\": \"string\", \"title\": \"Before\"}");
        put("whole", "{\"properties\": {\"a\": {\"$ref\": \"part\"}}}");
        assertThat(text(client.get("/v1/schemas/whole/render"))).contains("Before");

        // When
        put("part", "{\"type\": \"string\", \"title\": \"After\"}");
        ProcessHandle compiler = cluster.member("compiler").handle();
        compiler.destroyForcibly();
        compiler.onExit().join();

        // Then
        await().atMost(START).ignoreExceptions().untilAsserted(() -> assertThat(
                        text(client.get("/v1/schemas/whole/render")))
                .contains("After"));
        cluster.awaitReady(START, _ -> {});
    }

    private static void put(String name, String document) {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        assertThat(client.put("/v1/schemas/" + name, body).statusCode()).isEqualTo(201);
    }

    @Test
    void shouldResizeEveryPoolWithinSecondsOfTheOperatorsWord() {
        // Given
        KafkaClients clients =
                new KafkaClients("127.0.0.1:" + cluster.member("broker").port(), Map.of());
        try (Publisher publisher = new Publisher(clients, "/platen/test")) {

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

    private static void assertPool(String member, String tier, int workers, int inFlight) {
        try (Client worker = new Client(cluster.member(member).port())) {
            assertThat(Client.text(worker.get("/q/metrics")))
                    .contains("platen_worker_threads{tier=\"%s\"} %d.0".formatted(tier, workers))
                    .contains("platen_worker_in_flight_limit{tier=\"%s\"} %d.0".formatted(tier, inFlight));
        }
    }

    @Test
    void shouldFindEverySchemaAgainWhicheverProcessIsKilled() {
        Acknowledged schemas = new Acknowledged();
        for (Member member : cluster.members()) {
            // Given
            await().atMost(START).until(() -> client.get("/q/health/ready").statusCode() == 200);
            schemas.store(client, member.name());

            // When
            ProcessHandle victim = member.handle();
            victim.destroyForcibly();
            victim.onExit().join();

            // Then
            await().atMost(START).ignoreExceptions().untilAsserted(() -> schemas.assertAllThere(client));
            cluster.awaitReady(START, _ -> {});
        }
    }
}
