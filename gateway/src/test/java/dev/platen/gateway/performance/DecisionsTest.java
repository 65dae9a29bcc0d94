package dev.platen.gateway.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Notice.PoolDecision;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Instant START = Instant.parse("2026-01-02T03:00:00Z");

    private final Decisions decisions = new Decisions();

    private static PoolDecision decision(String pool, int second, int from, int to) {
        return new PoolDecision(
                pool, "render", START.plusSeconds(second), true, from, to, "Latency", "it is " + second, "");
    }

    @Test
    void shouldKeepWhatWasDecidedAndTheFiguresThatWereSaidLast() {
        // When
        decisions.take(decision("a", 0, 2, 4));
        decisions.take(decision("a", 15, 4, 4));
        decisions.take(decision("b", 20, 1, 1));
        decisions.take(decision("a", 30, 4, 4));

        // Then
        assertThat(decisions.latest())
                .containsExactly(decision("a", 30, 4, 4), decision("b", 20, 1, 1), decision("a", 0, 2, 4));
    }

    @Test
    void shouldDropWhatIsOlderThanWhatItKnows() {
        // Given
        decisions.take(decision("a", 15, 2, 4));

        // When
        decisions.take(decision("a", 0, 1, 2));

        // Then
        assertThat(decisions.latest()).containsExactly(decision("a", 15, 2, 4));
    }

    @Test
    void shouldKeepNoMoreThanItMayOfAPoolAndOfAll() {
        // When
        for (int second = 0; second < 1_000; second++) {
            decisions.take(decision("busy", second, second, second + 1));
            decisions.take(decision("pool " + second, second, 1, 1));
        }

        // Then
        assertThat(decisions.latest())
                .hasSize(Decisions.MOST + Decisions.MOST_POOLS - 1)
                .contains(decision("busy", 999, 999, 1_000), decision("busy", 980, 980, 981))
                .doesNotContain(decision("busy", 979, 979, 980), decision("pool 900", 900, 1, 1));
    }
}
