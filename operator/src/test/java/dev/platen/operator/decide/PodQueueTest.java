package dev.platen.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodQueueTest {
    @ParameterizedTest
    @CsvSource({"1, 0.5, 0.5", "2, 1, 0.3333", "3, 2, 0.4444", "5, 4, 0.5541", "10, 8, 0.4092", "100, 90, 0.2170"})
    void shouldAgreeWithPublishedErlangTables(int threads, double offered, double waiting) {
        // Given
        PodQueue queue = new PodQueue(offered, 1, threads);

        // When
        double probability = queue.waitProbability();

        // Then
        assertThat(probability).isCloseTo(waiting, within(0.0005));
    }

    @Test
    void shouldStretchTheExponentialWaitOfOneServerByTheVariability() {
        // Given
        double arrivals = 5;
        double work = 10;
        PodQueue queue = new PodQueue(arrivals, work, 1);

        // When
        double latency = queue.latency(0.99);

        // Then
        double waitWithExponentialWork = Math.log(0.5 / 0.01) / (work - arrivals);
        assertThat(latency).isCloseTo(1.5 * waitWithExponentialWork + 1 / work, within(1e-9));
    }

    @Test
    void shouldPredictNothingButWorkWhereNobodyWaits() {
        // Given
        PodQueue queue = new PodQueue(0.001, 10, 4);

        // When
        double latency = queue.latency(0.99);

        // Then
        assertThat(latency).isEqualTo(0.1);
    }

    @Test
    void shouldGrowWithoutBoundWhereMoreArrivesThanIsDone() {
        // Given
        PodQueue queue = new PodQueue(40, 10, 4);

        // When
        double latency = queue.latency(0.5);

        // Then
        assertThat(latency).isInfinite();
    }
}
