package dev.platen.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.platen.engine.compile.CompileOutcome.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompileBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void shouldBringDocumentsOfTheSizeThatTheBudgetNames(CompileDocument document) {
        assertThat(document.bytes().length).isBetween(17_000, 24_000);
    }

    @Test
    void shouldRecogniseWhatItCompiles() {
        // Given
        CompileBenchmark benchmark = new CompileBenchmark();

        // When
        benchmark.prepare();

        // Then
        assertThat(benchmark.recognise()).isNotNull();
        assertThat(benchmark.compile()).isInstanceOf(Compiled.class);
    }

    @Test
    void shouldValidateDataThatFits() {
        assertThatCode(() -> new ValidateBenchmark().prepare()).doesNotThrowAnyException();
    }
}
