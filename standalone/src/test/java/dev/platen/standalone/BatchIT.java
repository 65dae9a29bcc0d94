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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many pages in one request, and what happens for those who listen. */
@ExtendWith(RunningUp.class)
class BatchIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] FORM = "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}}"
            .getBytes(StandardCharsets.UTF_8);

    private final Client client = RunningUp.client();

    @Test
    void shouldAnswerEveryLineOfABatchWithAnOutcomeOfItsOwn() throws IOException {
        // Given
        client.put("/v1/schemas/invitation", FORM);
        String batch = IntStream.range(0, 500)
                .mapToObj("{\"id\": %1$d, \"schema\": \"invitation\", \"data\": {\"name\": \"Guest %1$d\"}}"::formatted)
                .collect(Collectors.joining("\n"));

        // When
        HttpResponse<byte[]> answer = client.post("/v1/render/batch?layout=fragment", bytes(batch + "\n"));

        // Then
        List<JsonNode> lines = lines(answer);
        List<JsonNode> pages = lines.stream().filter(line -> line.has("html")).toList();
        assertThat(pages).hasSize(500).allSatisfy(line -> {
            assertThat(line.path("status").asInt()).isEqualTo(200);
            assertThat(line.path("html").asText())
                    .contains("value=\"Guest %d\"".formatted(line.path("id").asInt()));
        });
        assertThat(pages.stream().map(line -> line.path("id").asInt())).doesNotHaveDuplicates();
        assertThat(lines.getLast().path("summary").path("done").asInt()).isEqualTo(500);
        assertThat(lines.getLast().path("summary").path("failed").asInt()).isZero();
    }

    @Test
    void shouldGoOnAfterALineThatCannotBeAnswered() throws IOException {
        // Given
        client.put("/v1/schemas/invitation", FORM);
        String batch = """
                {"id": "a", "schema": "nowhere"}
                not json

                {"schema": "invitation", "locale": "de"}
                {"schema": "invitation", "colour": "red"}
                {"id": {"any": "value"}, "schema": "Not A Name"}
                """;

        // When
        HttpResponse<byte[]> answer = client.post("/v1/render/batch", bytes(batch));

        // Then
        List<JsonNode> lines = lines(answer);
        assertThat(lines.stream().filter(line -> line.has("line")))
                .extracting(line ->
                        line.path("line").asInt() + " " + line.path("status").asInt())
                .containsExactlyInAnyOrder("1 404", "2 400", "3 200", "4 400", "5 400");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-ndjson");
        assertThat(text(answer)).contains("\"id\":\"a\"", "\"id\":{\"any\": \"value\"}", "\"code\":\"schema-unknown\"");
        assertThat(lines.getLast().path("summary").path("failed").asInt()).isEqualTo(4);
    }

    @Test
    void shouldTellListenersOfAChangedSchema() throws IOException, InterruptedException {
        // Given
        List<String> heard = new CopyOnWriteArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient();
                InputStream events = http.send(
                                HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:%d/v1/events".formatted(RunningUp.port())))
                                        .build(),
                                HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            Thread.ofVirtual().start(() -> new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(heard::add));
            await().until(() -> heard.contains(": alive"));

            // When
            client.put("/v1/schemas/news", bytes("{\"title\": \"News %s\"}".formatted(System.nanoTime())));

            // Then
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(heard)
                    .contains("event: schema")
                    .anySatisfy(line -> assertThat(line).startsWith("data: {").contains("\"name\":\"news\"")));
            http.shutdownNow();
        }
    }

    private static List<JsonNode> lines(HttpResponse<byte[]> answer) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text(answer).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
