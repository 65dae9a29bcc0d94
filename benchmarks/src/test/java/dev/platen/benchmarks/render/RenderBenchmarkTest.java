package dev.platen.benchmarks.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RenderBenchmarkTest {
    @Test
    void shouldReachTheSamePageOnEveryWay() throws IOException {
        // Given
        RenderBenchmark benchmark = new RenderBenchmark();
        benchmark.kilobytes = 1;
        try {

            // When
            benchmark.prepare();

            // Then
            String page = new String(benchmark.platen(), StandardCharsets.UTF_8);
            assertThat(page).contains("root_returns_city", "root_rows_0_remark", " checked>", " selected>");
            assertThat(new String(benchmark.jteFromMaps(), StandardCharsets.UTF_8))
                    .isEqualTo(page);
            assertThat(new String(benchmark.jteTyped(), StandardCharsets.UTF_8)).isEqualTo(page);
        } finally {
            benchmark.close();
        }
    }
}
