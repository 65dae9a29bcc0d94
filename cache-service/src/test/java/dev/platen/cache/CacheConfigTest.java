package dev.platen.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheConfigTest {
    private static final long MIB = 1 << 20;

    @Test
    void shouldStandAloneOnLoopbackByDefault() {
        // When
        CacheConfig config = Configs.cache(Map.of());

        // Then
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(11222);
        assertThat(config.peers()).isEmpty();
        assertThat(config.dnsQuery()).isEmpty();
        assertThat(config.peerHost()).isEqualTo("127.0.0.1");
        assertThat(config.peerPort()).isEqualTo(7800);
        assertThat(config.owners()).isEqualTo(2);
        assertThat(config.directory()).isEmpty();
        assertThat(config.dataLifespan()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.memory().schemas().asLongValue()).isEqualTo(32 * MIB);
        assertThat(config.memory().plans().asLongValue()).isEqualTo(16 * MIB);
        assertThat(config.memory().pages().asLongValue()).isEqualTo(48 * MIB);
        assertThat(config.memory().data().asLongValue()).isEqualTo(16 * MIB);
    }

    @Test
    void shouldMapEveryProperty() {
        // When
        CacheConfig config = Configs.cache(Map.ofEntries(
                Map.entry("platen.cache.host", "10.0.0.1"),
                Map.entry("platen.cache.port", "11333"),
                Map.entry("platen.cache.peers", "10.0.0.1:7801,10.0.0.2:7801"),
                Map.entry("platen.cache.dns-query", "cache.platen.svc"),
                Map.entry("platen.cache.peer-host", "10.0.0.1"),
                Map.entry("platen.cache.peer-port", "7801"),
                Map.entry("platen.cache.owners", "3"),
                Map.entry("platen.cache.directory", "/cache"),
                Map.entry("platen.cache.data-lifespan", "PT1M"),
                Map.entry("platen.cache.memory.schemas", "1M"),
                Map.entry("platen.cache.memory.plans", "2M"),
                Map.entry("platen.cache.memory.pages", "3M"),
                Map.entry("platen.cache.memory.data", "4M")));

        // Then
        assertThat(config.host()).isEqualTo("10.0.0.1");
        assertThat(config.port()).isEqualTo(11333);
        assertThat(config.peers()).get().asInstanceOf(LIST).hasSize(2);
        assertThat(config.dnsQuery()).contains("cache.platen.svc");
        assertThat(config.peerHost()).isEqualTo("10.0.0.1");
        assertThat(config.peerPort()).isEqualTo(7801);
        assertThat(config.owners()).isEqualTo(3);
        assertThat(config.directory()).contains(Path.of("/cache"));
        assertThat(config.dataLifespan()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.memory().schemas().asLongValue()).isEqualTo(MIB);
        assertThat(config.memory().plans().asLongValue()).isEqualTo(2 * MIB);
        assertThat(config.memory().pages().asLongValue()).isEqualTo(3 * MIB);
        assertThat(config.memory().data().asLongValue()).isEqualTo(4 * MIB);
    }
}
