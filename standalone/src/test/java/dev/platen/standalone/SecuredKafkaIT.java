package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Ports;
import dev.platen.helm.kafka.SecuredKafka;
import dev.platen.testkit.Client;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes as the chart starts them, with its environment and mounted files, at a Kafka that wants TLS and a password. */
class SecuredKafkaIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final byte[] DOCUMENT =
            "{\"title\": \"Secured\", \"properties\": {\"a\": {}}}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path directory;

    private static SecuredKafka kafka;

    @BeforeAll
    static void start() {
        kafka = SecuredKafka.start(directory);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void shouldStoreASchema() throws IOException {
        // Given
        Path settings = kafka.mount(directory.resolve("right"));
        int port = Ports.free();
        Process compiler = start("compiler-service", settings, Ports.free(), Map.of());
        Process gateway = start("gateway", settings, port, Map.of("PLATEN_IDENTITY_OPEN", "true"));

        // When
        try (Client client = new Client(port)) {
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                            client.get("/q/health/ready").statusCode())
                    .isEqualTo(200));
            await().atMost(PATIENCE).untilAsserted(() -> {
                HttpResponse<byte[]> stored = client.put("/v1/schemas/secured", DOCUMENT);

                // Then
                assertThat(stored.statusCode()).as(Client.text(stored)).isIn(200, 201);
            });
        } finally {
            compiler.destroyForcibly();
            gateway.destroyForcibly();
        }
    }

    @Test
    void shouldEndWithWhatToDoWhereThePasswordIsWrong() throws IOException, InterruptedException {
        // Given
        Path etc = directory.resolve("wrong");
        Path settings = kafka.mount(etc);
        SecuredKafka.mountWrongPassword(etc);

        // When
        Process compiler = start("compiler-service", settings, Ports.free(), Map.of());

        // Then
        try {
            assertThat(compiler.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the process has ended")
                    .isTrue();
            assertThat(compiler.exitValue()).isPositive();
            assertThat(Files.readString(log(settings, "compiler-service")))
                    .contains("are mechanism, name and password those of the brokers?");
        } finally {
            compiler.destroyForcibly();
        }
    }

    private static Process start(String service, Path settings, int port, Map<String, String> own) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-jar",
                Home.path()
                        .resolve(service)
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(settings, service).toFile());
        builder.environment().putAll(own);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "PLATEN_KAFKA_BOOTSTRAP_SERVERS",
                        kafka.byPassword(),
                        "PLATEN_KAFKA_REPLICATION",
                        "1",
                        "SMALLRYE_CONFIG_LOCATIONS",
                        "file:" + settings));
        return builder.start();
    }

    private static Path log(Path settings, String service) {
        return settings.resolveSibling(service + ".log");
    }
}
