package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.platen.testkit.Client;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What fills and empties the caches, and what makes one page another. */
@ExtendWith(RunningUp.class)
class CacheIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CROWD = 500;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] FORM = bytes("""
            {"type": "object", "title": "Visit", "properties": {
              "name": {"type": "string", "title": "Name"}, "guests": {"type": "array", "items": {"type": "string"}}}}""");

    private final Client client = RunningUp.client();

    @Test
    void shouldForgetThePagesOfOneSchemaEverywhere() throws IOException {
        // Given
        client.put("/v1/schemas/purged", FORM);
        client.put("/v1/schemas/kept", FORM);
        for (String locale : List.of("en", "de", "fr")) {
            client.get("/v1/schemas/purged/render?locale=" + locale);
        }
        client.get("/v1/schemas/kept/render");

        // When
        HttpResponse<byte[]> purge = client.delete("/v1/cache?tag=purged");

        // Then
        assertThat(purge.statusCode()).as(text(purge)).isEqualTo(200);
        JsonNode counts = JSON.readTree(purge.body());
        assertThat(purge.headers().firstValue("cache-tag")).hasValue("default/purged");
        assertThat(counts.path("tag").asText()).isEqualTo("default/purged");
        assertThat(counts.path("memory").asInt()).isEqualTo(3);
        assertThat(counts.path("cluster").asInt()).isEqualTo(3);
        assertThat(status("/v1/schemas/purged/render?locale=de")).contains("fwd=miss");
        assertThat(status("/v1/schemas/kept/render")).contains("hit");
    }

    @Test
    void shouldRenderAPageOnceHoweverManyAskForItAtOnce() {
        // Given
        client.put("/v1/schemas/crowded", FORM);
        byte[] data = bytes("{\"data\": {\"name\": \"Everybody\"}}");
        double before = rendered();
        Queue<String> pages = new ConcurrentLinkedQueue<>();

        // When
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, CROWD)
                    .forEach(
                            _ -> crowd.execute(() -> pages.add(text(client.post("/v1/schemas/crowded/render", data)))));
        }

        // Then
        assertThat(pages).hasSize(CROWD).allMatch(page -> page.contains("value=\"Everybody\""));
        assertThat(rendered() - before).isEqualTo(1);
    }

    /** Pages that were made so far, by the renderer's own counter. */
    private double rendered() {
        return text(client.get("/q/metrics"))
                .lines()
                .filter(line -> line.startsWith("platen_renderer_pages_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void shouldNotPurgeWhatHasNoNameInParticular() {
        // When / Then
        assertThat(client.delete("/v1/cache").statusCode()).isEqualTo(400);
        assertThat(client.delete("/v1/cache?tag=other/tenant").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldBringPagesIntoTheCachesBeforeAnybodyAsks() throws IOException {
        // Given
        client.put("/v1/schemas/warm", FORM);
        byte[] wanted = bytes(
                "{\"schemas\": [\"warm\", \"nowhere\"], \"locales\": [\"en\", \"de\"], \"themes\": [\"bootstrap\"]}");

        // When
        HttpResponse<byte[]> answer = client.post("/v1/cache/warm", wanted);

        // Then
        List<JsonNode> lines = text(answer).lines().map(CacheIT::json).toList();
        assertThat(lines.stream().filter(line -> line.has("line")))
                .extracting(line -> "%s %s %s"
                        .formatted(
                                line.at("/id/schema").asText(),
                                line.at("/id/locale").asText(),
                                line.path("status").asInt()))
                .containsExactlyInAnyOrder("warm en 200", "warm de 200", "nowhere en 404", "nowhere de 404");
        assertThat(lines.getLast().at("/summary/done").asInt()).isEqualTo(4);
        assertThat(status("/v1/schemas/warm/render?locale=de&theme=bootstrap")).contains("detail=l1");
    }

    @Test
    void shouldShowTheErrorsThatTheCallerFound() {
        // Given
        client.put("/v1/schemas/found", FORM);
        String body = "{\"data\": {\"name\": \"Bob\", \"guests\": [\"Ada\"]}%s}";

        // When
        HttpResponse<byte[]> right = client.post("/v1/schemas/found/render", bytes(body.formatted("")));
        HttpResponse<byte[]> wrong = client.post(
                "/v1/schemas/found/render",
                bytes(body.formatted(
                        ", \"errors\": {\"/name\": \"Bob <was> here\", \"/guests/0\": [\"is ill\", \"is away\"]}")));
        HttpResponse<byte[]> misunderstood =
                client.post("/v1/schemas/found/render", bytes(body.formatted(", \"errors\": {\"name\": \"x\"}")));

        // Then
        assertThat(text(right)).doesNotContain("aria-invalid");
        assertThat(text(wrong))
                .contains("Bob &lt;was&gt; here", "is ill", "is away", "href=\"#root_name\"", "href=\"#root_guests_0\"")
                .contains("aria-invalid=\"true\"");
        assertThat(wrong.headers().firstValue("etag"))
                .isNotEqualTo(right.headers().firstValue("etag"));
        assertThat(misunderstood.statusCode()).isEqualTo(400);
        assertThat(text(misunderstood)).contains("JSON Pointer");
    }

    @Test
    void shouldRenderABatchAsSoonAndAsLongAsItSays() {
        // Given
        client.put("/v1/schemas/hurry", FORM);
        byte[] line = bytes("{\"schema\": \"hurry\", \"locale\": \"nl\"}\n");

        // When
        HttpResponse<byte[]> soon = client.post("/v1/render/batch?priority=interactive&deadline=PT60S", line);
        HttpResponse<byte[]> late = client.post("/v1/render/batch?deadline=PT0.000001S", line);

        // Then
        assertThat(text(soon)).contains("\"status\":200");
        assertThat(text(late)).contains("\"status\":504", "\"code\":\"deadline-exceeded\"");
        assertThat(client.post("/v1/render/batch?deadline=soon", line).statusCode())
                .isEqualTo(400);
        assertThat(client.post("/v1/render/batch?deadline=PT2H", line).statusCode())
                .isEqualTo(400);
        assertThat(client.post("/v1/render/batch?priority=high", line).statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldTellAdministratorsHowItPerformsAndEverybodyWhatWasPurged() throws IOException, InterruptedException {
        // Given
        client.put("/v1/schemas/watched-pages", FORM);
        List<String> heard = new CopyOnWriteArrayList<>();
        URI address = URI.create("http://127.0.0.1:%d/v1/events".formatted(RunningUp.port()));
        try (HttpClient http = HttpClient.newHttpClient();
                InputStream events = http.send(
                                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            Thread.ofVirtual().start(() -> new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(heard::add));
            await().until(() -> heard.contains(": alive"));

            // When
            client.delete("/v1/cache?tag=watched-pages");

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> {
                client.get("/v1/schemas/watched-pages/render");
                assertThat(heard).contains("event: purge", "data: {\"name\":\"watched-pages\"}", "event: performance");
                assertThat(heard).anySatisfy(line -> assertThat(line)
                        .contains("\"pages\":{", "\"p99Millis\":", "\"inFlightLimit\":", "\"heapBytes\":"));
            });
            http.shutdownNow();
        }
    }

    private String status(String address) {
        return client.get(address).headers().firstValue("cache-status").orElseThrow();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException notJson) {
            throw new UncheckedIOException(line, notJson);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
