package dev.platen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Configs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
    private static final long MIB = 1 << 20;

    @Test
    void shouldHaveDefaults() {
        // When
        GatewayConfig config = Configs.read(GatewayConfig.class, Map.of());

        // Then
        assertThat(config.replyPartition()).isEmpty();
        assertThat(config.maxInFlight()).isEqualTo(1024);
        assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.headTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.pageCache().asLongValue()).isEqualTo(64 * MIB);
        assertThat(config.headCacheEntries()).isEqualTo(100_000);
        assertThat(config.headCacheTtl()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void shouldMapEveryProperty() {
        // When
        GatewayConfig config = Configs.read(
                GatewayConfig.class,
                Map.of(
                        "platen.gateway.reply-partition", "3",
                        "platen.gateway.max-in-flight", "7",
                        "platen.gateway.request-timeout", "PT2S",
                        "platen.gateway.head-timeout", "PT3S",
                        "platen.gateway.page-cache", "1M",
                        "platen.gateway.head-cache-entries", "10",
                        "platen.gateway.head-cache-ttl", "PT1S"));

        // Then
        assertThat(config.replyPartition()).hasValue(3);
        assertThat(config.maxInFlight()).isEqualTo(7);
        assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.headTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.pageCache().asLongValue()).isEqualTo(MIB);
        assertThat(config.headCacheEntries()).isEqualTo(10);
        assertThat(config.headCacheTtl()).isEqualTo(Duration.ofSeconds(1));
    }
}
