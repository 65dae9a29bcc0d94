package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.standalone.cluster.Cluster;
import dev.platen.standalone.cluster.ClusterConfig;
import dev.platen.standalone.cluster.Member;
import dev.platen.standalone.cluster.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Command;
import dev.platen.testkit.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise P1: no acknowledged schema is ever lost, whichever process is killed. */
class DurabilityIT {
    private static final Duration START = Duration.ofMinutes(2);
    private static final int SCHEMAS_PER_ROUND = 10;

    @TempDir
    private Path directory;

    private final Map<String, byte[]> acknowledged = new LinkedHashMap<>();

    @Test
    void shouldFindEverySchemaAgainAfterUpWasKilled() throws InterruptedException {
        // Given
        int port = Ports.free();
        try (Client client = new Client(port)) {
            try (Command up = up(port)) {
                store(client, "before");
                up.kill();
            }

            // When
            try (Command _ = up(port)) {

                // Then
                assertEverySchemaIsThere(client);
            }
        }
    }

    private Command up(int port) {
        return Command.start(
                        directory.resolve("up.log"),
                        "up",
                        "--port",
                        Integer.toString(port),
                        "--data-dir",
                        directory.resolve("data").toString())
                .awaitReady(START);
    }

    @Test
    void shouldFindEverySchemaAgainAfterEachProcessOfAClusterWasKilled() {
        // Given
        ClusterConfig config = new ClusterConfig(Ports.free(), directory.resolve("cluster"), 2);
        try (Cluster cluster = Cluster.start(Home.path(), config);
                Client client = new Client(config.port())) {
            cluster.awaitReady(START, _ -> {});
            assertSameBytesAsThePipeline(client);

            for (Member member : cluster.members()) {
                store(client, member.name());

                // When
                ProcessHandle victim = member.handle();
                victim.destroyForcibly();
                victim.onExit().join();
                cluster.awaitReady(START, _ -> {});

                // Then
                await().atMost(START).untilAsserted(() -> assertEverySchemaIsThere(client));
            }
        }
    }

    private void store(Client client, String round) {
        for (int i = 0; i < SCHEMAS_PER_ROUND; i++) {
            String name = round + "-" + i;
            byte[] document =
                    "{\"title\": \"%s\", \"type\": \"object\"}".formatted(name).getBytes(StandardCharsets.UTF_8);
            int status = client.put("/v1/schemas/" + name, document).statusCode();
            assertThat(status).as("PUT of %s", name).isEqualTo(201);
            acknowledged.put(name, document);
        }
    }

    private void assertEverySchemaIsThere(Client client) {
        acknowledged.forEach((name, document) -> {
            assertThat(client.get("/v1/schemas/" + name).body()).as(name).isEqualTo(document);
            assertThat(Client.text(client.get("/v1/schemas/" + name + "/render")))
                    .as(name)
                    .contains(name);
        });
    }

    private static void assertSameBytesAsThePipeline(Client client) {
        Documents.all().forEach((name, document) -> {
            client.put("/v1/schemas/" + name, document);
            assertThat(client.get("/v1/schemas/" + name + "/render").body())
                    .as(name)
                    .isEqualTo(Documents.rendered(document));
        });
    }
}
