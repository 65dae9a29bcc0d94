package dev.platen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OfflineOptimumTest {
    @Test
    void shouldCountEveryHitButTheFirstWhereEverythingFits() {
        // Given
        int[] trace = {1, 2, 3, 1, 2, 3, 1};

        // When / Then
        assertThat(OfflineOptimum.keepingTheBest(trace, 3)).isEqualTo(4);
        assertThat(OfflineOptimum.knowingTheFuture(trace, 3)).isEqualTo(4);
    }

    @Test
    void shouldKeepWhatIsAskedForAgainSoonest() {
        // Given
        int[] trace = {1, 2, 3, 1, 2, 1, 3};

        // When / Then
        assertThat(OfflineOptimum.knowingTheFuture(trace, 2)).isEqualTo(3);
        assertThat(OfflineOptimum.keepingTheBest(trace, 2)).isEqualTo(3);
        assertThat(OfflineOptimum.knowingTheFuture(trace, 1)).isEqualTo(2);
        assertThat(OfflineOptimum.keepingTheBest(trace, 1)).isEqualTo(2);
    }

    @Test
    void shouldNeverDoWorseKnowingTheFutureThanWithoutChange() {
        // Given
        int[] trace = new Zipf(100, 0.9).trace(5_000, new SplittableRandom(1));

        // When / Then
        assertThat(OfflineOptimum.knowingTheFuture(trace, 10))
                .isGreaterThan(OfflineOptimum.keepingTheBest(trace, 10))
                .isLessThan(trace.length);
    }

    @Test
    void shouldAskForFewKeysOften() {
        // Given / When
        int[] trace = new Zipf(100, 0.9).trace(10_000, new SplittableRandom(1));

        // Then
        assertThat(Arrays.stream(trace).filter(key -> key == 0).count()).isBetween(1_400L, 2_000L);
        assertThat(Arrays.stream(trace).distinct()).hasSize(100).allMatch(key -> key >= 0 && key < 100);
    }
}
