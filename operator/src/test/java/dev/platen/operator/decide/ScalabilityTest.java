package dev.platen.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalabilityTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.05, 0", "0, 0.002", "0.03, 0.001", "0.5, 0.02"})
    void shouldFindTheLawThatMadeTheFigures(double contention, double coherency) {
        // Given
        Scalability made = new Scalability(contention, coherency);
        List<Speed> speeds = speeds(replicas -> 80 / made.slowdown(replicas), 1, 2, 5, 8, 12);

        // When
        Scalability found = Scalability.of(speeds);

        // Then
        assertThat(found.contention()).isCloseTo(contention, within(1e-6));
        assertThat(found.coherency()).isCloseTo(coherency, within(1e-6));
    }

    @Test
    void shouldBelieveNothingBeforeThreeSizesOfWhichOneIsTwiceAnother() {
        // Given
        IntToDoubleFunction slow = replicas -> 100.0 / replicas;

        // When
        List<Scalability> found = List.of(
                Scalability.of(List.of()), Scalability.of(speeds(slow, 1, 8)), Scalability.of(speeds(slow, 6, 7, 8)));

        // Then
        assertThat(found).containsOnly(Scalability.LINEAR);
    }

    @Test
    void shouldTakeReplicasThatWorkFasterInCompanyForIndependent() {
        // Given
        List<Speed> warming = speeds(replicas -> 50.0 + replicas, 1, 2, 4);

        // When
        Scalability found = Scalability.of(warming);

        // Then
        assertThat(found).isEqualTo(Scalability.LINEAR);
    }

    @Test
    void shouldStopWhereAFurtherReplicaGainsLessThanAFifth() {
        // Given
        Scalability contended = new Scalability(0.4, 0);

        // When
        int most = contended.mostUseful(100);

        // Then
        assertThat(contended.gainBeyond(most)).isLessThan(0.2);
        assertThat(contended.gainBeyond(most - 1)).isGreaterThanOrEqualTo(0.2);
        assertThat(most).isEqualTo(6);
    }

    @Test
    void shouldNeverStopReplicasThatDoNotDisturbEachOther() {
        // Given
        Scalability linear = Scalability.LINEAR;

        // When
        int most = linear.mostUseful(10_000);

        // Then
        assertThat(most).isEqualTo(10_000);
    }

    private static List<Speed> speeds(IntToDoubleFunction rate, int... sizes) {
        return IntStream.of(sizes)
                .mapToObj(replicas -> new Speed(Situations.NOW, replicas, rate.applyAsDouble(replicas)))
                .toList();
    }
}
