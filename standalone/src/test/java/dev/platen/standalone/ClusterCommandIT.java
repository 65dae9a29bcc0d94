package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Command;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code platen cluster} as people use it: from the command line, while it runs. */
class ClusterCommandIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    @Test
    void shouldStartAndStopRenderersWhileItWorks() throws InterruptedException {
        // Given
        int port = Ports.free();
        String data = directory.resolve("data").toString();
        try (Command _ = Command.start(
                                directory.resolve("cluster.log"),
                                "cluster",
                                "--renderers",
                                "1",
                                "--port",
                                Integer.toString(port),
                                "--data-dir",
                                data)
                        .awaitReady(PATIENCE);
                Client client = new Client(port);
                Load load = new Load(client, 0)) {
            load.awaitAnswers();

            // When
            String more = run("cluster", "scale", "renderer", "3", "--data-dir", data);
            load.awaitAnswers();
            String less = run("cluster", "scale", "renderer", "1", "--data-dir", data);
            load.awaitAnswers();

            // Then
            load.stop();
            assertThat(load.wrong()).isEmpty();
            assertThat(load.unanswered()).isZero();
            assertThat(more.lines().filter(line -> line.contains(" render-")))
                    .hasSize(3)
                    .allMatch(line -> line.contains(" ready "));
            assertThat(less).contains(" render-1 ").doesNotContain(" render-2 ");
            assertThat(run("cluster", "status", "--data-dir", data)).isEqualTo(less);
            assertThat(run("cluster", "scale", "renderer", "0", "--data-dir", data))
                    .contains("a cluster has 1 to 64 renderers, found 0");
        }
    }

    @Test
    void shouldSayThatNothingRuns() throws InterruptedException {
        // When
        String said = run("cluster", "status", "--data-dir", directory.toString());

        // Then
        assertThat(said).contains("no cluster runs in " + directory);
    }

    /** What a command prints. */
    private String run(String... arguments) throws InterruptedException {
        try (Command command = Command.start(directory.resolve("command.log"), arguments)) {
            int _ = command.awaitExit(PATIENCE);
            return command.output();
        }
    }
}
