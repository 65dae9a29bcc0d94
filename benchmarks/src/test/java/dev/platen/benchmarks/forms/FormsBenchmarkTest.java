package dev.platen.benchmarks.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsBenchmarkTest {
    @ParameterizedTest
    @CsvSource({"fields-50,50", "fields-200,200", "fields-1000,1000"})
    void shouldRenderAControlForEveryField(String form, int fields) {
        // Given
        FormsBenchmark benchmark = new FormsBenchmark();
        benchmark.form = form;
        benchmark.prepare();

        // When
        String page = new String(benchmark.render(), StandardCharsets.UTF_8);

        // Then
        assertThat(Controls.in(page)).isEqualTo(fields);
        assertThat(new String(benchmark.compileAndRender(), StandardCharsets.UTF_8))
                .isEqualTo(page);
    }

    @Test
    void shouldCountWhatAPersonCanFillIn() {
        assertThat(Controls.in("<input id=\"a\"><input type=\"hidden\"><select></select><textarea></textarea><inputs>"))
                .isEqualTo(3);
    }
}
