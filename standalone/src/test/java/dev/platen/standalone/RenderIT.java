package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Command;
import dev.platen.testkit.Home;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application renders without any server, expressions and all: their libraries are not left behind. */
class RenderIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void shouldComputeExpressionsAndDrawCharts() throws InterruptedException {
        // Given
        String dashboard = Home.path().resolve("examples/dashboard.json").toString();

        // When
        try (Command render = Command.start(directory.resolve("page.html"), "render", dashboard)) {
            int status = render.awaitExit(PATIENCE);

            // Then
            assertThat(render.output())
                    .startsWith("<div class=\"p-page\">")
                    .contains(">194</dd>", "Today 1 of 4 presses do not run.", "<svg ", "<title>Posters: 5230.5 (42%)");
            assertThat(status).isZero();
        }
    }
}
