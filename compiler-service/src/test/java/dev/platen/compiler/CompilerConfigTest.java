package dev.platen.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Configs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompilerConfigTest {
    @Test
    void shouldHaveDefaults() {
        // When
        CompilerConfig config = Configs.read(CompilerConfig.class, Map.of());

        // Then
        assertThat(config.workers()).isEmpty();
        assertThat(config.inFlight()).isEqualTo(64);
        assertThat(config.renewalDelay()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.renewalSweep()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shouldMapEveryProperty() {
        // When
        CompilerConfig config = Configs.read(
                CompilerConfig.class,
                Map.of(
                        "platen.compiler.workers",
                        "3",
                        "platen.compiler.in-flight",
                        "9",
                        "platen.compiler.renewal-delay",
                        "PT1S",
                        "platen.compiler.renewal-sweep",
                        "PT2M"));

        // Then
        assertThat(config.workers()).hasValue(3);
        assertThat(config.inFlight()).isEqualTo(9);
        assertThat(config.renewalDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.renewalSweep()).isEqualTo(Duration.ofMinutes(2));
    }
}
