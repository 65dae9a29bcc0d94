package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.helm.dashboard.Dashboard;
import dev.platen.testkit.Client;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole path through {@code platen up}, over HTTP. */
@ExtendWith(RunningUp.class)
class UpIT {
    private static final List<String> DOCUMENTS =
            List.of("README.md", "docs/http.md", "docs/schemas.md", "docs/console.md");

    private final int port = RunningUp.port();
    private final Client client = RunningUp.client();

    @TestFactory
    Stream<DynamicTest> shouldAnswerEveryCurlLineOfTheDocuments() throws IOException {
        // Given
        Path home = Home.path();
        StringBuilder documents = new StringBuilder();
        for (String document : DOCUMENTS) {
            documents.append(Files.readString(home.resolve(document))).append('\n');
        }
        return Pattern.compile("^curl .*$", Pattern.MULTILINE)
                .matcher(documents)
                .results()
                .map(MatchResult::group)
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String command = line.replace("127.0.0.1:8080", "127.0.0.1:" + port)
                            .replaceFirst("^curl", "curl --silent --output /dev/null --write-out '%{http_code}'");

                    // When
                    Process curl = new ProcessBuilder("bash", "-c", command)
                            .directory(home.toFile())
                            .start();
                    String status = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                    // Then
                    assertThat(status).isIn(line.contains("/broken") ? Set.of("422") : Set.of("200", "201", "202"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldRenderTheSameBytesAsThePipeline() {
        return Documents.all().entrySet().stream()
                .map(document -> DynamicTest.dynamicTest(document.getKey(), () -> {
                    // Given
                    String address = "/v1/schemas/" + document.getKey();
                    assertThat(client.put(address, document.getValue()).statusCode())
                            .isIn(200, 201);

                    // When
                    byte[] page = client.get(address + "/render").body();

                    // Then
                    assertThat(page).isEqualTo(Documents.rendered(document.getValue()));
                    assertThat(client.post("/v1/render", document.getValue()).body())
                            .isEqualTo(page);
                }));
    }

    @Test
    void shouldShowAPostedFormAgainUntilNothingIsWrongWithIt() {
        // Given
        client.put("/v1/schemas/visit", bytes("""
                {"type": "object", "required": ["name"], "properties": {
                  "name": {"type": "string", "title": "Name"}, "guests": {"type": "array", "items": {"type": "string"}}}}"""));
        String address = "/v1/schemas/visit/submissions?locale=de";

        // When
        HttpResponse<byte[]> changed = postForm(address, "root_name=&_add=root_guests");
        HttpResponse<byte[]> refused = postForm(address, "root_name=&root_guests_0=Ada");
        HttpResponse<byte[]> accepted = postForm(address, "root_name=Bob&root_guests_0=Ada");

        // Then
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(text(changed)).contains("id=\"root_guests_0\"").doesNotContain("aria-invalid");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("href=\"#root_name\"", "aria-invalid=\"true\"", "value=\"Ada\"");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(text(accepted)).contains("Ihre Angaben sind angekommen", "href=\"render\"");
    }

    @Test
    void shouldAnswerASwapWithNothingButThePartThatChanged() {
        // Given
        client.put("/v1/schemas/guests", bytes("""
                {"type": "object", "properties": {
                  "name": {"type": "string"}, "guests": {"type": "array", "items": {"type": "string"}}}}"""));
        byte[] body = bytes("root_name=Bob&root_guests_0=Ada&_add=root_guests");

        // When
        HttpResponse<byte[]> answer = client.post(
                "/v1/schemas/guests/submissions?theme=bootstrap",
                body,
                "content-type",
                "application/x-www-form-urlencoded",
                "HX-Request",
                "true");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer))
                .startsWith("<fieldset")
                .contains("id=\"root_guests\"", "value=\"Ada\"", "id=\"root_guests_1\"")
                .doesNotContain("root_name");
    }

    @Test
    void shouldOpenWhatIsLoadedLateInThePageOrAlone() {
        // Given
        client.put("/v1/schemas/late", bytes("""
                {"type": "page", "children": [{"type": "text", "props": {"text": "At once"}},
                  {"type": "section", "id": "more", "lazy": true, "children": [{"type": "text", "props": {"text": "Later"}}]}]}"""));
        String address = "/v1/schemas/late/render";

        // When
        HttpResponse<byte[]> page = client.get(address);
        Matcher link = Pattern.compile("href=\"([^\"]*open=([^\"#]*))#").matcher(text(page));
        assertThat(link.find()).as(text(page)).isTrue();
        HttpResponse<byte[]> opened = client.get(address + link.group(1).replace("&amp;", "&"));
        HttpResponse<byte[]> alone = client.get(address + "?fragment=" + link.group(2) + "&open=" + link.group(2));
        HttpResponse<byte[]> nowhere = client.get(address + "?fragment=nowhere");

        // Then
        assertThat(text(page)).contains("At once").doesNotContain("Later");
        assertThat(text(opened)).contains("At once", "Later");
        assertThat(text(alone)).contains("Later").doesNotContain("At once");
        assertThat(text(opened)).contains(text(alone));
        assertThat(nowhere.statusCode()).isEqualTo(404);
    }

    @Test
    void shouldValidateDataWithoutTakingIt() {
        // Given
        client.put("/v1/schemas/seats", bytes("{\"type\": \"object\", \"properties\": {\"seats\": {\"maximum\": 4}}}"));

        // When
        HttpResponse<byte[]> right = client.post("/v1/schemas/seats/validate", bytes("{\"data\": {\"seats\": 4}}"));
        HttpResponse<byte[]> wrong = client.post("/v1/schemas/seats/validate", bytes("{\"data\": {\"seats\": 5}}"));
        HttpResponse<byte[]> submitted = client.post(
                "/v1/schemas/seats/submissions",
                bytes("{\"data\": {\"seats\": 5}}"),
                "content-type",
                "application/json");

        // Then
        assertThat(text(right)).isEqualTo("{\"valid\":true}");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(text(wrong)).contains("\"valid\":false", "\"instanceLocation\":\"/seats\"");
        assertThat(submitted.statusCode()).isEqualTo(422);
        assertThat(submitted.body()).isEqualTo(wrong.body());
    }

    @Test
    void shouldSayWhichKindsOfSubmissionItReads() {
        // Given
        client.put("/v1/schemas/any", bytes("{}"));

        // When
        HttpResponse<byte[]> answer =
                client.post("/v1/schemas/any/submissions", bytes("<a/>"), "content-type", "text/xml");

        // Then
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(text(answer)).contains("application/x-www-form-urlencoded", "text/xml");
    }

    private HttpResponse<byte[]> postForm(String address, String body) {
        return client.post(address, bytes(body), "content-type", "application/x-www-form-urlencoded");
    }

    @Test
    void shouldSayWhetherADocumentIsNew() {
        // Given
        byte[] document = bytes("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}");

        // When
        HttpResponse<byte[]> first = client.put("/v1/schemas/twice", document);
        HttpResponse<byte[]> second = client.put("/v1/schemas/twice", document);

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(text(first)).contains("\"created\":true", "\"dialect\":\"json-schema\"", "\"revision\":");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("etag"))
                .isEqualTo(first.headers().firstValue("etag"));
        assertThat(client.get("/v1/schemas/twice").body()).isEqualTo(document);
    }

    @Test
    void shouldReadItsOwnWrites() {
        for (int version = 0; version < 20; version++) {
            // Given
            byte[] document = bytes("{\"title\": \"Version %d\", \"type\": \"object\"}".formatted(version));

            // When
            client.put("/v1/schemas/versions", document);

            // Then
            assertThat(text(client.get("/v1/schemas/versions/render"))).contains("Version " + version);
        }
    }

    @Test
    void shouldRenderTheDataOfTheRequest() {
        // Given
        client.put(
                "/v1/schemas/greeting",
                bytes("{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}}"));

        // When
        HttpResponse<byte[]> page =
                client.post("/v1/schemas/greeting/render", bytes("{\"data\": {\"name\": \"<Ada>\"}}"));

        // Then
        assertThat(text(page)).contains("value=\"&lt;Ada&gt;\"");
    }

    @Test
    void shouldRefuseADocumentWithAllOfItsErrors() {
        // When
        HttpResponse<byte[]> answer = client.put(
                "/v1/schemas/broken",
                bytes(
                        "{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": \"#/nowhere\"}, \"b\": {\"$ref\": \"#/lost\"}}}"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(text(answer)).contains("\"code\":\"schema-rejected\"", "/properties/a", "/properties/b");
        assertThat(client.get("/v1/schemas/broken/render").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldSayWhatIsWrongWithARequest() {
        // Given
        client.put("/v1/schemas/strict", bytes("{\"type\": \"object\"}"));

        // When / Then
        assertProblem(client.get("/v1/schemas/Not A Name".replace(" ", "%20")), 400, "request-malformed");
        assertProblem(client.get("/v1/schemas/absent/render"), 404, "schema-unknown");
        assertProblem(client.get("/v1/nothing/here"), 404, "route-unknown");
        assertProblem(client.get("/v1/schemas/strict/render?layout=odd"), 400, "request-malformed");
        assertProblem(client.post("/v1/schemas/strict/render", bytes("{\"dota\": 1}")), 400, "request-malformed");
        assertProblem(client.post("/v1/schemas/strict/render", bytes("{\"data\": {")), 400, "request-malformed");
        assertProblem(client.put("/v1/schemas/strict", bytes("not json")), 422, "schema-rejected");
        assertProblem(client.put("/v1/schemas/huge", new byte[1024 * 1024 + 1]), 413, "body-too-large");
    }

    @Test
    void shouldServeWhatAPageNeedsAndWhatAnOperatorReads() {
        // When / Then
        assertThat(client.get("/assets/plain.css").headers().firstValue("content-type"))
                .hasValue("text/css; charset=utf-8");
        assertThat(client.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(text(client.get("/q/openapi"))).contains("/v1/schemas/{name}/render");
        assertThat(text(client.get("/q/metrics")))
                .contains("platen_worker_busy_seconds_total{tier=\"render\"", "platen_gateway_pages_seconds_bucket");
    }

    @Test
    void shouldExportEveryMetricThatTheDashboardShows() throws IOException {
        // Given
        client.put("/v1/schemas/watched", bytes("{\"type\": \"object\"}"));
        client.get("/v1/schemas/watched/render");
        Path file = Home.path().resolve("dashboards/platen-overview.json");

        // When
        Set<String> shown = Dashboard.read(file).metricNames();

        // Then
        String exported = text(client.get("/q/metrics"));
        assertThat(shown).isNotEmpty();
        assertThat(shown)
                .filteredOn(name -> !name.startsWith("platen_operator_"))
                .allSatisfy(name -> assertThat(exported).containsPattern("(?m)^" + name + "[{ ]"));
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(text(answer)).contains("\"code\":\"" + code + "\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
