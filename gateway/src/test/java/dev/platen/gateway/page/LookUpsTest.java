package dev.platen.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookUpsTest {
    private static final int MANY = 10_000;

    private final LookUps lookUps = new LookUps(new Random(7)::nextDouble);

    @Test
    void shouldBeMadeAlwaysWhereTheyFindThePage() {
        // When
        repeat(() -> lookUps.found(true));

        // Then
        assertThat(share()).isEqualTo(1.0);
    }

    @Test
    void shouldBeMadeNowAndThenWhereTheyFindNothing() {
        // When
        repeat(() -> lookUps.found(false));

        // Then
        assertThat(share()).isBetween(0.8 * LookUps.LEAST_SHARE, 1.2 * LookUps.LEAST_SHARE);
    }

    @Test
    void shouldBeMadeAgainOnceTheyFindSomething() {
        // Given
        repeat(() -> lookUps.found(false));

        // When
        repeat(() -> {
            if (lookUps.areWorthwhile()) {
                lookUps.found(true);
            }
        });

        // Then
        assertThat(share()).isGreaterThan(0.99);
    }

    private double share() {
        return (double) IntStream.range(0, MANY)
                        .filter(_ -> lookUps.areWorthwhile())
                        .count()
                / MANY;
    }

    private static void repeat(Runnable step) {
        for (int i = 0; i < MANY; i++) {
            step.run();
        }
    }
}
