package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.testkit.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How pages travel: from which cache, in which coding, as what, over which protocol. */
@ExtendWith(RunningUp.class)
class PagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Client client = RunningUp.client();

    @Test
    void shouldStreamAPageLargerThanOneRecord() {
        // Given
        client.put("/v1/schemas/streamed", Documents.large());

        // When
        HttpResponse<byte[]> page = client.get("/v1/schemas/streamed/render?layout=fragment&theme=bootstrap");

        // Then
        assertThat(page.headers().firstValue("transfer-encoding")).hasValue("chunked");
        assertThat(page.body().length).isGreaterThan(3 * 64 * 1024);
    }

    @Test
    void shouldAnswerFromMemoryAndRevalidateForNothing() {
        // Given
        client.put("/v1/schemas/cached", bytes("{\"title\": \"Cached\", \"type\": \"object\"}"));
        HttpResponse<byte[]> first = client.get("/v1/schemas/cached/render");
        String entityTag = first.headers().firstValue("etag").orElseThrow();

        // When
        HttpResponse<byte[]> second = client.get("/v1/schemas/cached/render");
        HttpResponse<byte[]> third = client.get("/v1/schemas/cached/render", "If-None-Match", entityTag);

        // Then
        assertThat(second.headers().firstValue("cache-status")).hasValue("platen; hit; detail=l1");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(third.statusCode()).isEqualTo(304);
        assertThat(third.body()).isEmpty();
    }

    @Test
    void shouldSendAPageCodedOnceItIsAskedForAgain() {
        // Given
        client.put("/v1/schemas/coded", Documents.large());
        String address = "/v1/schemas/coded/render?layout=fragment";
        HttpResponse<byte[]> plain = client.get(address);

        for (String coding : List.of("br", "gzip")) {
            // When
            HttpResponse<byte[]> coded = await().atMost(PATIENCE)
                    .until(() -> client.get(address, "accept-encoding", coding), answer -> answer.headers()
                            .firstValue("content-encoding")
                            .isPresent());

            // Then
            assertThat(coded.headers().firstValue("content-encoding")).hasValue(coding);
            assertThat(coded.headers().firstValue("vary")).hasValue("accept, accept-encoding");
            assertThat(coded.headers().firstValue("etag"))
                    .isNotEqualTo(plain.headers().firstValue("etag"));
            assertThat(coded.body().length).isLessThan(plain.body().length / 4);
            assertThat(curl("--compressed", "--header", "accept-encoding: " + coding, address))
                    .isEqualTo(text(plain));
        }
        assertThat(client.get(address, "accept-encoding", "br;q=0, identity")
                        .headers()
                        .firstValue("content-encoding"))
                .isEmpty();
    }

    @Test
    void shouldAnswerWithJsonWhereJsonIsAskedFor() {
        // Given
        client.put("/v1/schemas/report", bytes("{\"title\": \"Re\\\"port\", \"type\": \"object\"}"));
        String page = text(client.get("/v1/schemas/report/render"));

        // When
        HttpResponse<byte[]> report = client.get("/v1/schemas/report/render", "accept", "application/json");

        // Then
        assertThat(report.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(text(report))
                .startsWith("{\"digest\":\"")
                .contains("\"bytes\":" + page.length(), "\"source\":\"l1\"")
                .contains("\"html\":\"" + page.replace("\"", "\\\"").replace("\n", "\\n"));
    }

    @Test
    void shouldFetchLatePartsOfAPageOfSentDataByTheirTokens() {
        // Given
        client.put("/v1/schemas/late-data", bytes("""
                {"type": "page", "children": [{"type": "section", "id": "more", "lazy": true, "children": [
                  {"type": "text", "props": {"text": {"type": "expression", "expression": "data.name"}}}]}]}"""));
        String page = text(client.post("/v1/schemas/late-data/render", bytes("{\"data\": {\"name\": \"Ada\"}}")));

        // When
        Matcher link = Pattern.compile("href=\"(/v1/fragments/([^?]*)\\?[^\"#]*)#([^\"]*)\"")
                .matcher(page);
        assertThat(link.find()).as(page).isTrue();
        String address = link.group(1).replace("&amp;", "&");
        HttpResponse<byte[]> opened = client.get(address);
        HttpResponse<byte[]> alone = client.get(address + "&fragment=" + link.group(3));
        HttpResponse<byte[]> forged =
                client.get(address.replace(link.group(2), "A" + link.group(2).substring(1)));

        // Then
        assertThat(page).doesNotContain("Ada");
        assertThat(text(opened)).contains("Ada", "<html");
        assertThat(text(alone)).contains("Ada").doesNotContain("<html");
        assertThat(forged.statusCode()).isEqualTo(404);
        assertThat(text(forged)).contains("\"code\":\"fragment-unknown\"");
    }

    @Test
    void shouldAnswerOverHttp2() {
        // When / Then
        assertThat(curl("--http2-prior-knowledge", "--write-out", "%{http_version}", "/q/health/live"))
                .endsWith("2");
    }

    private static String curl(String... arguments) {
        List<String> line = new ArrayList<>(List.of("curl", "--silent"));
        line.addAll(List.of(arguments).subList(0, arguments.length - 1));
        line.add("http://127.0.0.1:" + RunningUp.port() + arguments[arguments.length - 1]);
        try {
            return new String(new ProcessBuilder(line).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("curl cannot be run", failed);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
