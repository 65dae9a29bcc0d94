package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Command;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache that the launcher has the JVM make after a build: how long a start takes is measured elsewhere. */
class StartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String OPTIONS = "JDK_JAVA_OPTIONS";

    @TempDir
    private Path directory;

    @Test
    void shouldTakeClassesFromTheCacheOfATraining() throws IOException, InterruptedException {
        // Given
        Path cache = directory.resolve("platen.aot");
        Path classes = directory.resolve("classes.log");
        int port = Ports.free();

        // When
        int trained = train(cache);
        String page = page(port, "-XX:AOTCache=%s -Xlog:class+load:file=%s".formatted(cache, classes));

        // Then
        assertThat(trained).isZero();
        assertThat(page).contains("<form");
        assertThat(Files.readAllLines(classes))
                .anySatisfy(line ->
                        assertThat(line).contains("dev.platen.gateway.Routes ").contains("shared objects file"));
    }

    private int train(Path cache) throws InterruptedException {
        try (Command training = Command.start(
                directory.resolve("train.log"),
                Map.of(OPTIONS, "-XX:AOTCacheOutput=" + cache),
                "train",
                "--data-dir",
                directory.resolve("train").toString())) {
            return training.awaitExit(PATIENCE);
        }
    }

    private String page(int port, String options) throws IOException {
        try (Command _ = Command.start(
                                directory.resolve("up.log"),
                                Map.of(OPTIONS, options),
                                "up",
                                "--port",
                                Integer.toString(port),
                                "--data-dir",
                                directory.resolve("up").toString())
                        .awaitReady(PATIENCE);
                Client client = new Client(port)) {
            client.put("/v1/schemas/started", Files.readAllBytes(Home.path().resolve("examples/sign-up.json")));
            return Client.text(client.get("/v1/schemas/started/render"));
        }
    }
}
