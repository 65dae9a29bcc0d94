package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class DrainTest {
    private final Queue<String> ended = new ConcurrentLinkedQueue<>();
    private final Drain drain = new Drain();

    @Test
    void shouldEndStageAfterStageAndEachStepOnce() {
        // Given
        drain.at(Drain.Stage.CACHE, "cache", () -> ended.add("cache"));
        drain.at(Drain.Stage.READERS, "replies", () -> ended.add("replies"));
        drain.at(Drain.Stage.WORK, "work", () -> ended.add("work"));

        // When
        drain.run();
        drain.run();

        // Then
        assertThat(ended).containsExactly("work", "replies", "cache");
    }

    @Test
    void shouldGoOnWhereAStepFails() {
        // Given
        drain.at(Drain.Stage.WORK, "work", () -> {
            throw new IllegalStateException("broken");
        });
        drain.at(Drain.Stage.CACHE, "cache", () -> ended.add("cache"));

        // When
        drain.run();

        // Then
        assertThat(ended).containsExactly("cache");
    }
}
