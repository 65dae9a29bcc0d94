package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.platen.testkit.Client;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the system performs, told by itself. */
@ExtendWith(RunningUp.class)
class PerformanceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] SCHEMA =
            "{\"properties\": {\"n\": {\"type\": \"integer\"}}}".getBytes(StandardCharsets.UTF_8);

    private final Client client = RunningUp.client();

    @Test
    void shouldTellWhatTheWorkersAndTheCachesDid() {
        // Given
        client.put("/v1/schemas/performing", SCHEMA);

        // When / Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            client.get("/v1/schemas/performing/render");
            JsonNode performance = json("/v1/performance");
            assertThat(performance.at("/requests/perSecond").asDouble()).isPositive();
            assertThat(performance.at("/requests/pages/p99Millis").asDouble()).isPositive();
            assertThat(performance.path("instances").findValuesAsText("instance"))
                    .contains("up");
            assertThat(json("/v1/performance/pools").path("pools").findValuesAsText("tier"))
                    .contains("render", "compile");
            assertThat(json("/v1/performance/caches").path("caches").findValuesAsText("cache"))
                    .contains("pages", "schemas");
            assertThat(json("/v1/performance/memory").at("/memory/0/maxBytes").asLong())
                    .isPositive();
        });
        assertThat(json("/v1/performance/bottlenecks").path("bottlenecks").isArray())
                .isTrue();
        assertThat(json("/v1/performance/recommendations")
                        .path("recommendations")
                        .isArray())
                .isTrue();
    }

    @Test
    void shouldCountAPageThatWasAskedForAgainUnderItsAddress() {
        // Given
        client.put("/v1/schemas/again", SCHEMA);

        // When
        for (int i = 0; i < 3; i++) {
            client.get("/v1/schemas/again/render");
        }

        // Then
        assertThat(text(client.get("/q/metrics")))
                .contains("uri=\"/v1/schemas/{name}/render\"")
                .doesNotContain("uri=\"/v1/schemas/again/render\"");
    }

    @Test
    void shouldReturnARecording() {
        // When
        HttpResponse<byte[]> recording = client.post("/v1/performance/recordings?seconds=1", new byte[0]);

        // Then
        assertThat(recording.statusCode()).isEqualTo(200);
        assertThat(recording.body()).startsWith('F', 'L', 'R', 0);
    }

    @Test
    void shouldRefuseARecordingWithoutEnd() {
        // When
        HttpResponse<byte[]> refusal = client.post("/v1/performance/recordings?seconds=3600", new byte[0]);

        // Then
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(text(refusal)).contains("1 to 60 seconds");
    }

    private JsonNode json(String path) {
        try {
            return JSON.readTree(client.get(path).body());
        } catch (IOException malformed) {
            throw new AssertionError(path + " is no JSON", malformed);
        }
    }
}
