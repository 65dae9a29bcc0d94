package dev.platen.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Configs;
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
    }

    @Test
    void shouldMapEveryProperty() {
        // When
        CompilerConfig config = Configs.read(
                CompilerConfig.class, Map.of("platen.compiler.workers", "3", "platen.compiler.in-flight", "9"));

        // Then
        assertThat(config.workers()).hasValue(3);
        assertThat(config.inFlight()).isEqualTo(9);
    }
}
