package dev.platen.benchmarks.autoscale.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The quirks that its documentation names. */
class NumaflowTest {
    @Test
    void shouldScaleByTheTimeThatWhatIsPendingWouldTake() {
        // Given
        Numaflow law = new Numaflow(2, 0, 20);
        law.decide(Readings.at(15).pods(4, 1).records(1_000, 400).look());

        // When: 400 pending at 100 per second take 4 s
        int decided = law.decide(Readings.at(30).pods(4, 1).records(2_500, 400).look());

        // Then
        assertThat(decided).isEqualTo(8);
    }

    @Test
    void shouldTakeIdlePodsForSlowOnes() {
        // Given
        Numaflow law = new Numaflow(2, 0, 20);
        law.decide(Readings.at(15).pods(8, 0.5).records(1_000, 400).look());

        // When: the same pending and the same rate, by twice as many pods
        int decided =
                law.decide(Readings.at(30).pods(8, 0.5).records(2_500, 400).look());

        // Then
        assertThat(decided).isEqualTo(16);
    }

    @Test
    void shouldTakeOnlyAFewStepsAtATime() {
        // Given
        Numaflow law = new Numaflow(1, 0, 2);
        law.decide(Readings.at(15).pods(4, 1).records(1_000, 900).look());

        // When / Then
        assertThat(law.decide(Readings.at(30).pods(4, 1).records(2_500, 900).look()))
                .isEqualTo(6);
    }

    @Test
    void shouldDoNothingDuringTheCooldown() {
        // Given
        Numaflow law = new Numaflow(1, 90, 2);
        law.decide(Readings.at(15).pods(4, 1).records(1_000, 900).look());
        law.decide(Readings.at(30).pods(4, 1).records(2_500, 900).look());

        // When / Then
        assertThat(law.decide(Readings.at(105).pods(6, 1).records(9_000, 900).look()))
                .isEqualTo(6);
        assertThat(law.decide(Readings.at(120).pods(6, 1).records(9_500, 900).look()))
                .isEqualTo(8);
    }

    @Test
    void shouldNotWantMorePodsThanRecords() {
        // Given
        Numaflow law = new Numaflow(0.1, 0, 20);
        law.decide(Readings.at(15).pods(10, 1).records(1_000, 3).look());

        // When / Then
        assertThat(law.decide(Readings.at(30).pods(10, 1).records(1_004, 3).look()))
                .isEqualTo(3);
    }
}
