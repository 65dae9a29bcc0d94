package dev.platen.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Broker;
import dev.platen.broker.BrokerConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CacheApplicationTest.Kafka.class)
class CacheApplicationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/q/")
    URI management = URI.create("about:blank");

    @Test
    void shouldBeAliveAndReadyOnceTheLogIsReplayed() {
        // When / Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(get("health/ready"))
                .contains("cache-replayed", "\"UP\"", "\"rebalancing\": false"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("health/live")).contains("cache-log", "\"UP\""));
    }

    @Test
    void shouldExportWhatANodeHolds() throws IOException, InterruptedException {
        // When
        String metrics = get("metrics");

        // Then
        assertThat(metrics)
                .contains(
                        "platen_cache_node_entries{cache=\"schemas\"}",
                        "platen_cache_node_hits_total{cache=\"pages\"}",
                        "platen_cache_node_misses_total{cache=\"plans\"}",
                        "platen_cache_node_evictions_total{cache=\"data\"}",
                        "platen_cache_node_members 1.0",
                        "platen_cache_node_rebalancing 0.0",
                        "platen_cache_log_records_total{outcome=\"applied\"}",
                        "platen_cache_log_records_total{outcome=\"ignored\"}",
                        "platen_cache_log_lag");
    }

    private String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(management.resolve(path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** A broker for as long as the application runs. */
    public static final class Kafka implements QuarkusTestResourceLifecycleManager {
        private @Nullable Broker broker;

        @Override
        public Map<String, String> start() {
            try {
                Path directory = Files.createTempDirectory(Path.of("target"), "broker-");
                Broker started = Broker.start(new BrokerConfig(directory, 0));
                broker = started;
                return Map.of(
                        "platen.kafka.bootstrap-servers", started.bootstrapServers(),
                        "platen.cache.port", "0",
                        "quarkus.http.test-port", "0");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            Objects.requireNonNull(broker).close();
        }
    }
}
