package dev.platen.benchmarks.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void shouldReachTheSamePageOnEveryWay(int kilobytes) throws IOException {
        // Given
        RenderBenchmark benchmark = new RenderBenchmark();
        benchmark.kilobytes = kilobytes;
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
