package dev.platen.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Configs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderConfigTest {
    private static final long MIB = 1 << 20;

    @Test
    void shouldHaveDefaults() {
        // When
        RenderConfig config = Configs.read(RenderConfig.class, Map.of());

        // Then
        assertThat(config.workers()).isEmpty();
        assertThat(config.inFlight()).isEqualTo(128);
        assertThat(config.planCache().asLongValue()).isEqualTo(16 * MIB);
    }

    @Test
    void shouldMapEveryProperty() {
        // When
        RenderConfig config = Configs.read(
                RenderConfig.class,
                Map.of(
                        "platen.render.workers", "3",
                        "platen.render.in-flight", "9",
                        "platen.render.plan-cache", "1M"));

        // Then
        assertThat(config.workers()).hasValue(3);
        assertThat(config.inFlight()).isEqualTo(9);
        assertThat(config.planCache().asLongValue()).isEqualTo(MIB);
    }
}
