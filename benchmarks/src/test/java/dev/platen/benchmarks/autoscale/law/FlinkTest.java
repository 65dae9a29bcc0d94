package dev.platen.benchmarks.autoscale.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The quirks that its documentation names. */
class FlinkTest {
    private static final double RATE = 60;

    @Test
    void shouldDecideNothingBeforeAWholeWindowHasPassed() {
        // Given
        Flink law = new Flink(0.5, 60, 0, 1);

        // When / Then
        assertThat(run(law, 15, 45, 4, 0.9)).isEqualTo(4);
        assertThat(run(law, 60, 75, 4, 0.9)).isEqualTo(8);
    }

    @Test
    void shouldChangeNothingBetweenTheBoundaries() {
        // When / Then
        assertThat(run(new Flink(0.5, 60, 0, 1), 15, 300, 8, 0.68)).isEqualTo(8);
        assertThat(run(new Flink(0.5, 60, 0, 1), 15, 300, 8, 0.33)).isEqualTo(8);
    }

    @Test
    void shouldOnlyTakeDivisorsOfThePartitions() {
        // When: 8 × 0.75 / 0.5 and the restart ask for 13
        int decided = run(new Flink(0.5, 60, 0, 1), 15, 300, 8, 0.75);

        // Then
        assertThat(decided).isEqualTo(24);
    }

    @Test
    void shouldGoByTheBusiestPod() {
        // Given
        Flink law = new Flink(0.5, 60, 0, 1);

        // When
        int decided = 2;
        for (double at = 15; at <= 75; at += 15) {
            decided = law.decide(Readings.at(at)
                    .replicas(2)
                    .pod(1, at * 0.9)
                    .pod(2, at * 0.2)
                    .records(Math.round(RATE * at), 0)
                    .look());
        }

        // Then
        assertThat(decided).isEqualTo(4);
    }

    @Test
    void shouldWaitForTheIntervalOnTheWayDown() {
        // Given
        Flink law = new Flink(0.7, 60, 300, 1);

        // When / Then
        assertThat(run(law, 15, 360, 12, 0.2)).isEqualTo(12);
        assertThat(run(law, 375, 390, 12, 0.2)).isLessThan(12);
    }

    @Test
    void shouldTakeAwayAtMostThreeFifths() {
        // When
        int decided = run(new Flink(0.7, 60, 0, 1), 15, 90, 20, 0.05);

        // Then
        assertThat(decided).isEqualTo(8);
    }

    @Test
    void shouldNotGoDownWhileABacklogIsProcessed() {
        // Given
        Flink law = new Flink(0.7, 60, 0, 1);

        // When
        int decided = 12;
        for (double at = 15; at <= 300; at += 15) {
            decided = law.decide(Readings.at(at)
                    .pods(12, 0.2)
                    .records(Math.round(RATE * at) + 700, 700)
                    .look());
        }

        // Then
        assertThat(decided).isEqualTo(12);
    }

    @Test
    void shouldWaitAfterAChange() {
        // Given
        Flink law = new Flink(0.5, 60, 0, 1);
        run(law, 15, 75, 4, 0.9);

        // When / Then
        assertThat(run(law, 90, 180, 8, 0.95)).isEqualTo(8);
        assertThat(run(law, 195, 210, 8, 0.95)).isEqualTo(24);
    }

    /** Looks from one time to another, at pods that are as busy all the time, until it decides for another number. */
    private static int run(Flink law, int from, int to, int replicas, double share) {
        int decided = replicas;
        for (double at = from; at <= to && decided == replicas; at += 15) {
            decided = law.decide(Readings.at(at)
                    .pods(replicas, share)
                    .records(Math.round(RATE * at), 0)
                    .look());
        }
        return decided;
    }
}
