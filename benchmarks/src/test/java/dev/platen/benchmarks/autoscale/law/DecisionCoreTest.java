package dev.platen.benchmarks.autoscale.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Sharing;
import dev.platen.benchmarks.autoscale.simulation.Surroundings;
import org.junit.jupiter.api.Test;

/** That the core is fed what the operator would feed it; what it decides is tested beside it. */
class DecisionCoreTest {
    private static final Surroundings THERE = new Surroundings(1, 1, 24, 30, Sharing.COOPERATIVE, 3, 0, 1, 1);

    private final Law law = Family.platenByDefault().make().apply(THERE);

    @Test
    void shouldSizeTheBusiestPodOnAnEdgeOfTheStaircase() {
        // When: 100 per second, by pods that could do 20 each
        int decided = look(15, 90, 6, 100);

        // Then
        assertThat(decided).isEqualTo(8);
    }

    @Test
    void shouldHoldWhatThereIsWhileNothingIsKnown() {
        // When / Then
        assertThat(law.decide(
                        Readings.at(15).replicas(5).brokerSilent().silentPod(1).look()))
                .isEqualTo(5);
    }

    @Test
    void shouldNotShrinkWhileAPodIsSilent() {
        // Given
        look(15, 600, 8, 100);

        // When
        int decided = 8;
        for (int at = 615; at <= 1_200; at += 15) {
            decided = law.decide(Readings.at(at)
                    .pods(7, 0.1)
                    .silentPod(9)
                    .replicas(8)
                    .records(60_000 + at, 0)
                    .look());
        }

        // Then
        assertThat(decided).isEqualTo(8);
    }

    private int look(int from, int to, int replicas, double rate) {
        int decided = replicas;
        for (int at = from; at <= to; at += 15) {
            decided = law.decide(Readings.at(at)
                    .pods(replicas, rate / replicas / 20)
                    .records(Math.round(rate * at), 0)
                    .look());
        }
        return decided;
    }
}
