package dev.platen.standalone;

import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Command;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise P1 in one process: what was acknowledged survives {@code kill -9}. */
class UpDurabilityIT {
    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private final Acknowledged schemas = new Acknowledged();

    @Test
    void shouldFindEverySchemaAgainAfterItWasKilled() throws InterruptedException {
        // Given
        int port = Ports.free();
        try (Client client = new Client(port)) {
            try (Command up = up(port)) {
                schemas.store(client, "before");
                up.kill();
            }

            // When
            try (Command _ = up(port)) {

                // Then
                schemas.assertAllThere(client);
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
}
