package dev.platen.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
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
        assertThat(config.gateway().url()).isEmpty();
        assertThat(config.gateway().apiKeyFile()).isEmpty();
        assertThat(config.prometheus().url()).isEmpty();
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
                "platen.operator.gateway.url", "http://gateway:8080",
                "platen.operator.gateway.api-key-file", "/etc/platen/key",
                "platen.operator.prometheus.url", "http://prometheus:9090",
                "platen.operator.leader-election.enabled", "false",
                "platen.operator.leader-election.lease", "other",
                "platen.operator.leader-election.namespace", "system");

        // When
        OperatorConfig config = read(everything);

        // Then
        assertThat(config.namespaces()).contains(Set.of("blue", "green"));
        assertThat(config.syncInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.gateway().url()).contains(URI.create("http://gateway:8080"));
        assertThat(config.gateway().apiKeyFile()).contains(Path.of("/etc/platen/key"));
        assertThat(config.prometheus().url()).contains(URI.create("http://prometheus:9090"));
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
