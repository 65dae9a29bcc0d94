package dev.platen.benchmarks.autoscale.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final int SECONDS = 4_000;

    @Test
    void shouldMakeTheSameRequestsFromTheSameSeed() {
        // Given
        Recipe recipe = new Recipe(8, 0.5, 0.05, 2, 7);

        // When
        Workload one = recipe.make(flat(50));
        Workload other = recipe.make(flat(50));

        // Then
        assertThat(one.arrivals()).isEqualTo(other.arrivals()).isSorted();
        assertThat(one.work()).isEqualTo(other.work());
        assertThat(one.partition()).isEqualTo(other.partition());
    }

    @Test
    void shouldFollowTheCurve() {
        // Given
        double[] rates = new double[SECONDS];
        Arrays.fill(rates, 0, SECONDS / 2, 10);
        Arrays.fill(rates, SECONDS / 2, SECONDS, 90);

        // When
        Workload workload = new Recipe(8, 0, 0.05, 1, 1).make(new RateCurve(rates));

        // Then
        long early = Arrays.stream(workload.arrivals())
                .filter(at -> at < SECONDS / 2.0)
                .count();
        assertThat(early).isCloseTo(10L * SECONDS / 2, Percentage.withPercentage(3));
        assertThat(workload.size() - early).isCloseTo(90L * SECONDS / 2, Percentage.withPercentage(2));
    }

    @Test
    void shouldGiveWorkTheWantedMeanAndSpread() {
        // When
        Workload workload = new Recipe(8, 0, 0.05, 2, 1).make(flat(100));

        // Then
        double mean = 0;
        double square = 0;
        for (float work : workload.work()) {
            mean += (double) work / workload.size();
            square += (double) work * work / workload.size();
        }
        assertThat(mean).isCloseTo(0.05, within(0.001));
        assertThat(square / mean / mean - 1).isCloseTo(2, within(0.2));
    }

    @Test
    void shouldSkewPartitionsOnlyWhereItIsAsked() {
        // When
        long[] even = counts(new Recipe(10, 0, 0.05, 1, 1).make(flat(100)));
        long[] skewed = counts(new Recipe(10, 1, 0.05, 1, 1).make(flat(100)));

        // Then
        assertThat(even[9]).isCloseTo(even[0], Percentage.withPercentage(5));
        assertThat((double) skewed[9] / skewed[0]).isCloseTo(10, within(1.0));
    }

    private static long[] counts(Workload workload) {
        long[] counts = new long[workload.partitions()];
        for (byte partition : workload.partition()) {
            counts[partition]++;
        }
        Arrays.sort(counts);
        return counts;
    }

    private static RateCurve flat(double rate) {
        double[] rates = new double[SECONDS];
        Arrays.fill(rates, rate);
        return new RateCurve(rates);
    }
}
