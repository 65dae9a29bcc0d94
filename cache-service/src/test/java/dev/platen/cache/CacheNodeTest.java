package dev.platen.cache;

import static dev.platen.cache.Remote.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.transport.CacheName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class CacheNodeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ENTRIES = 400;
    private static final byte[] VALUE = new byte[10_000];

    @ParameterizedTest
    @EnumSource
    void shouldGiveBackWhatWasPut(CacheName name) {
        // Given
        try (CacheNode node = opened(Map.of());
                Remote remote = Remote.of(node.port())) {
            // When
            remote.put(name, "key", bytes("value"));

            // Then
            assertThat(remote.get(name, "key")).isEqualTo(bytes("value"));
            assertThat(remote.get(name, "other")).isNull();
        }
    }

    @Test
    void shouldEvictPagesAboveTheirMemory() {
        // Given
        try (CacheNode node = opened(Map.of("platen.cache.memory.pages", "1M"));
                Remote remote = Remote.of(node.port())) {
            // When
            fill(remote, CacheName.PAGES);

            // Then
            assertThat(found(remote, CacheName.PAGES)).isBetween(50L, 110L);
            assertThat(node.figures(CacheName.PAGES).getEvictions()).isGreaterThan(200);
        }
    }

    @Test
    void shouldKeepEverySchemaThatDoesNotFitIntoMemory(@TempDir Path directory) {
        // Given
        try (CacheNode node = opened(
                        Map.of("platen.cache.memory.schemas", "1M", "platen.cache.directory", directory.toString()));
                Remote remote = Remote.of(node.port())) {
            // When
            fill(remote, CacheName.SCHEMAS);

            // Then
            assertThat(found(remote, CacheName.SCHEMAS)).isEqualTo(ENTRIES);
            assertThat(node.figures(CacheName.SCHEMAS).getApproximateEntriesInMemory())
                    .isBetween(50L, 110L);
        }
    }

    @Test
    void shouldRememberNothingOfALifeBefore(@TempDir Path directory) {
        // Given
        Map<String, String> properties = Map.of("platen.cache.directory", directory.toString());
        try (CacheNode node = opened(properties);
                Remote remote = Remote.of(node.port())) {
            remote.put(CacheName.SCHEMAS, "key", VALUE);
        }

        // When
        try (CacheNode node = opened(properties);
                Remote remote = Remote.of(node.port())) {
            // Then
            assertThat(remote.get(CacheName.SCHEMAS, "key")).isNull();
        }
    }

    @Test
    void shouldForgetBodiesAfterTheirLifespan() {
        // Given
        try (CacheNode node = opened(Map.of("platen.cache.data-lifespan", "PT0.3S"));
                Remote remote = Remote.of(node.port())) {
            // When
            remote.put(CacheName.DATA, "key", VALUE);

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(remote.get(CacheName.DATA, "key"))
                    .isNull());
        }
    }

    @Test
    void shouldExportRunningFigures() {
        // Given
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (CacheNode node = opened(Map.of("platen.cache.memory.pages", "1M"));
                Remote remote = Remote.of(node.port())) {
            new CacheMetrics(registry).observe(node);

            // When
            remote.put(CacheName.PLANS, "key", VALUE);
            remote.get(CacheName.PLANS, "key");
            remote.get(CacheName.PLANS, "other");
            fill(remote, CacheName.PAGES);

            // Then
            assertThat(figure(registry, "platen.cache.node.entries", CacheName.PLANS))
                    .isEqualTo(1);
            assertThat(figure(registry, "platen.cache.node.hits", CacheName.PLANS))
                    .isEqualTo(1);
            assertThat(figure(registry, "platen.cache.node.misses", CacheName.PLANS))
                    .isEqualTo(1);
            assertThat(figure(registry, "platen.cache.node.evictions", CacheName.PAGES))
                    .isGreaterThan(200);
        }
    }

    private static double figure(SimpleMeterRegistry registry, String metric, CacheName name) {
        return registry.get(metric)
                .tag("cache", name.label())
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    private static CacheNode opened(Map<String, String> properties) {
        CacheNode node = CacheNode.start(Configs.anyPort(properties));
        node.open();
        return node;
    }

    private static void fill(Remote remote, CacheName name) {
        IntStream.range(0, ENTRIES).forEach(i -> remote.put(name, "key-" + i, VALUE));
    }

    private static long found(Remote remote, CacheName name) {
        return IntStream.range(0, ENTRIES)
                .filter(i -> remote.get(name, "key-" + i) != null)
                .count();
    }
}
