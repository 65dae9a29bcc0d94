package dev.platen.benchmarks.escape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EscapeBenchmarkTest {
    @Test
    void shouldCompareWhatIsTheSame() {
        for (String name : Texts.NAMES) {
            // Given
            EscapeBenchmark benchmark = new EscapeBenchmark();
            benchmark.text = name;

            // When
            benchmark.prepare();

            // Then
            assertThat(new String(benchmark.platen(), StandardCharsets.UTF_8)).doesNotContain("<", ">");
        }
    }
}
