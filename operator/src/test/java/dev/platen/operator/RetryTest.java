package dev.platen.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.javaoperatorsdk.operator.processing.retry.RetryExecution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryTest {
    @Test
    void shouldTryForEverAtGrowingIntervalsOfHalfAMinuteAtMost() {
        // Given
        RetryExecution failures = OperatorProcess.retry().initExecution();

        // When
        List<Optional<Long>> delays =
                Stream.generate(failures::nextDelay).limit(1_000).toList();

        // Then
        assertThat(delays).allSatisfy(delay -> assertThat(delay).isPresent());
        assertThat(delays.stream().flatMap(Optional::stream))
                .isSorted()
                .startsWith(2_000L)
                .endsWith(30_000L);
    }
}
