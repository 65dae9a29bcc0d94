package dev.platen.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class CompileBenchmarkTest {
    @Test
    void shouldCompileADocumentOfTheSizeThatTheBudgetNames() {
        // When
        byte[] document = CompileDocument.bytes();

        // Then
        assertThat(document.length).isBetween(18_000, 23_000);
        assertThatCode(() -> new CompileBenchmark().prepare()).doesNotThrowAnyException();
        assertThat(new CompileBenchmark().recognise()).isNotNull();
    }

    @Test
    void shouldValidateDataThatFits() {
        assertThatCode(() -> new ValidateBenchmark().prepare()).doesNotThrowAnyException();
    }
}
