package dev.platen.benchmarks.autoscale.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The quirks that its documentation names. */
class KnativeTest {
    private final Knative law = new Knative(Knative.Metric.CONCURRENCY, 1, 0);
    private double now;

    @Test
    void shouldAverageOverAMinute() {
        // When
        look(4, 4, 30);

        // Then: 4 for 30 s and 6 for as long is 5 in the mean
        assertThat(look(4, 6, 30)).isEqualTo(5);
    }

    @Test
    void shouldPanicWhereSixSecondsAskForTwiceWhatIsThere() {
        // Given
        look(4, 4, 60);

        // When / Then
        assertThat(look(4, 8, 4)).isEqualTo(5);
        assertThat(look(4, 8, 2)).isEqualTo(8);
    }

    @Test
    void shouldNotGoDownWhileItPanicsNorForAMinuteAfterwards() {
        // Given
        look(4, 4, 60);
        look(4, 20, 6);

        // When / Then
        assertThat(look(20, 0, 56)).isEqualTo(20);
        assertThat(look(20, 0, 10)).isEqualTo(10);
    }

    @Test
    void shouldHalveAtMost() {
        // When / Then
        assertThat(look(20, 1, 2)).isEqualTo(10);
    }

    @Test
    void shouldDelayTheWayDownWhereItIsToldTo() {
        // Given
        Knative delayed = new Knative(Knative.Metric.CONCURRENCY, 1, 30);
        delayed.decide(Readings.at(2).pods(8, 1).records(100, 8).look());

        // When / Then
        assertThat(delayed.decide(Readings.at(30).pods(8, 1).records(100, 0).look()))
                .isEqualTo(8);
        assertThat(delayed.decide(Readings.at(40).pods(8, 1).records(100, 0).look()))
                .isEqualTo(4);
    }

    @Test
    void shouldFollowTheRateWhereThatIsItsMetric() {
        // Given
        Knative rate = new Knative(Knative.Metric.RATE, 10, 0);

        // When / Then
        assertThat(rate.decide(Readings.at(2).pods(3, 1).records(100, 50).look()))
                .isEqualTo(5);
    }

    /** Looks every two seconds for a while; the last decision. */
    private int look(int ready, long lag, int seconds) {
        int decided = 0;
        for (int passed = 0; passed < seconds; passed += 2) {
            now += 2;
            decided = law.decide(
                    Readings.at(now).pods(ready, 1).records(10_000, lag).look());
        }
        return decided;
    }
}
