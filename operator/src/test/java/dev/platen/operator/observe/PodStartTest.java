package dev.platen.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PodStartTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void shouldTellWhatNineOfTenPodsNeedAtMost() {
        // Given
        List<Pod> pods = IntStream.rangeClosed(1, 20)
                .mapToObj(seconds -> pod(60, seconds))
                .toList();

        // When
        Duration start = PodStart.of(pods, NOW);

        // Then
        assertThat(start).isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void shouldLeaveOutPodsThatMayHaveBecomeReadyAgain() {
        // Given
        List<Pod> pods = List.of(pod(3600, 3000), pod(60, 7));

        // When
        Duration start = PodStart.of(pods, NOW);

        // Then
        assertThat(start).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void shouldKnowNothingOfPodsWithoutTimes() {
        // Given
        Pod bare = new PodBuilder()
                .withNewMetadata()
                .withCreationTimestamp("yesterday")
                .endMetadata()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .endCondition()
                .endStatus()
                .build();

        // When
        Duration start = PodStart.of(List.of(bare), NOW);

        // Then
        assertThat(start).isNull();
    }

    private static Pod pod(int ageSeconds, int secondsToReady) {
        Instant created = NOW.minusSeconds(ageSeconds);
        return new PodBuilder()
                .withNewMetadata()
                .withCreationTimestamp(created.toString())
                .endMetadata()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withLastTransitionTime(created.plusSeconds(secondsToReady).toString())
                .endCondition()
                .endStatus()
                .build();
    }
}
