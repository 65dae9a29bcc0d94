package dev.platen.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.platen.operator.observe.TopicProbe.Position;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void shouldMeasureASlope() {
        // Given
        double[] rates = {100, 130, 160, 190};

        // When
        double growth = growth(rates);

        // Then
        assertThat(growth).isCloseTo(2, within(0.01));
    }

    @Test
    void shouldNotTakeAStepForASlope() {
        // Given
        double[] rates = {100, 100, 100, 400};

        // When
        double growth = growth(rates);

        // Then
        assertThat(growth).isZero();
    }

    @Test
    void shouldNotTakeChanceForASlope() {
        // Given
        double[] rates = {2.0, 2.2, 2.4, 2.6};

        // When
        double growth = growth(rates);

        // Then
        assertThat(growth).isZero();
    }

    @Test
    void shouldNotForetellAFall() {
        // Given
        double[] rates = {400, 300, 200, 100};

        // When
        double growth = growth(rates);

        // Then
        assertThat(growth).isZero();
    }

    /** Each rate holds for 15 seconds. */
    private static double growth(double... rates) {
        ArrivalWindow window = new ArrivalWindow();
        double end = 0;
        window.add(START, Map.of(0, new Position(0, 0)));
        for (int interval = 0; interval < rates.length; interval++) {
            end += rates[interval] * 15;
            window.add(START.plusSeconds(15L * (interval + 1)), Map.of(0, new Position((long) end, (long) end)));
        }
        return Objects.requireNonNull(window.backlog()).growth();
    }
}
