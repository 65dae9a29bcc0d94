package dev.platen.benchmarks.autoscale.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The quirks that its documentation names. */
class HorizontalPodAutoscalerTest {
    private final HorizontalPodAutoscaler law = new HorizontalPodAutoscaler(0.5, 1, 300);

    @Test
    void shouldScaleByTheRatioOfUseToTarget() {
        // Given
        law.decide(Readings.at(15).pods(4, 0.8).look());

        // When / Then
        assertThat(law.decide(Readings.at(30).pods(4, 0.8).look())).isEqualTo(7);
    }

    @Test
    void shouldLeaveARatioWithinTheToleranceAlone() {
        // Given
        law.decide(Readings.at(15).pods(10, 0.54).look());

        // When / Then
        assertThat(law.decide(Readings.at(30).pods(10, 0.54).look())).isEqualTo(10);
    }

    @Test
    void shouldNotSeeThatOnePodIsSaturated() {
        // Given
        law.decide(
                Readings.at(15).replicas(3).pod(1, 15).pod(2, 3.75).pod(3, 3.75).look());

        // When / Then
        assertThat(law.decide(Readings.at(30)
                        .replicas(3)
                        .pod(1, 30)
                        .pod(2, 7.5)
                        .pod(3, 7.5)
                        .look()))
                .isEqualTo(3);
    }

    @Test
    void shouldCountStartingPodsAsIdleOnTheWayUp() {
        // Given
        law.decide(Readings.at(15).pods(2, 0.9).look());

        // When: 1.8 pods' worth over four pods, two of which start, is below the target
        int decided = law.decide(Readings.at(30)
                .pods(2, 0.9)
                .startingPod(8)
                .startingPod(9)
                .replicas(4)
                .look());

        // Then
        assertThat(decided).isEqualTo(4);
    }

    @Test
    void shouldCountSilentPodsAsIdleOnTheWayUp() {
        // Given
        law.decide(Readings.at(15).pods(3, 0.8).look());

        // When: 1.6 over three pods is within the tolerance of the target
        int decided = law.decide(
                Readings.at(30).pod(0, 24).pod(1, 24).silentPod(2).replicas(3).look());

        // Then
        assertThat(decided).isEqualTo(3);
    }

    @Test
    void shouldCountSilentPodsAsOnTargetOnTheWayDown() {
        // Given
        HorizontalPodAutoscaler quick = new HorizontalPodAutoscaler(0.5, 1, 0);
        quick.decide(Readings.at(15).pods(4, 0.1).look());

        // When: 0.2 of two pods and 0.5 of each of the others make 1.2, over 0.5
        int decided = quick.decide(Readings.at(30)
                .pod(0, 3)
                .pod(1, 3)
                .silentPod(2)
                .silentPod(3)
                .replicas(4)
                .look());

        // Then
        assertThat(decided).isEqualTo(3);
    }

    @Test
    void shouldAtMostDoubleOrAddFour() {
        // Given
        HorizontalPodAutoscaler eager = new HorizontalPodAutoscaler(0.05, 1, 300);
        eager.decide(Readings.at(15).pods(6, 1).look());

        // When / Then
        assertThat(eager.decide(Readings.at(30).pods(6, 1).look())).isEqualTo(12);
        assertThat(new Behavior(300).apply(0, 2, 100)).isEqualTo(6);
    }

    @Test
    void shouldGoDownOnlyToTheHighestWishOfTheWindow() {
        // Given
        Behavior behavior = new Behavior(300);
        behavior.apply(0, 10, 8);
        behavior.apply(150, 10, 3);

        // When / Then
        assertThat(behavior.apply(300, 10, 2)).isEqualTo(8);
        assertThat(behavior.apply(301, 8, 2)).isEqualTo(3);
    }
}
