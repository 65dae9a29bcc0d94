package dev.platen.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorConfigTest {
    @Test
    void shouldHaveTheseDefaults() {
        // Given
        Map<String, String> nothing = Map.of();

        // When
        OperatorConfig config = read(nothing);

        // Then
        assertThat(config.namespaces()).isEmpty();
        assertThat(config.syncInterval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.leaderElection().enabled()).isTrue();
        assertThat(config.leaderElection().lease()).isEqualTo("platen-operator");
        assertThat(config.leaderElection().namespace()).isEmpty();
    }

    @Test
    void shouldReadEveryKey() {
        // Given
        Map<String, String> everything = Map.of(
                "platen.operator.namespaces", "blue,green",
                "platen.operator.sync-interval", "PT5S",
                "platen.operator.leader-election.enabled", "false",
                "platen.operator.leader-election.lease", "other",
                "platen.operator.leader-election.namespace", "system");

        // When
        OperatorConfig config = read(everything);

        // Then
        assertThat(config.namespaces()).contains(Set.of("blue", "green"));
        assertThat(config.syncInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.leaderElection().enabled()).isFalse();
        assertThat(config.leaderElection().lease()).isEqualTo("other");
        assertThat(config.leaderElection().namespace()).contains("system");
    }

    private static OperatorConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(OperatorConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(OperatorConfig.class);
    }
}
