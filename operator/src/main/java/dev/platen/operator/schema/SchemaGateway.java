package dev.platen.operator.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The gateway's schemas over HTTP: ten seconds and a megabyte at most, no redirects. Thread-safe. */
public final class SchemaGateway {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 1024 * 1024;

    /** The document is at fault: asking again with the same one is of no use. */
    private static final Set<Integer> REJECTIONS = Set.of(400, 413, 422);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final URI base;
    private final Optional<Path> apiKeyFile;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Asks this gateway.
     *
     * @param base its address, such as {@code http://platen-gateway:8080}
     * @param apiKeyFile file that holds the key to show, read at every call, so that it may change; empty: none is shown
     */
    public SchemaGateway(URI base, Optional<Path> apiKeyFile) {
        this.base = base;
        this.apiKeyFile = apiKeyFile;
    }

    Submission store(String name, String source) throws InterruptedException {
        try {
            HttpResponse<String> answer = ask(name, HttpRequest.BodyPublishers.ofString(source), "PUT");
            if (answer.statusCode() == 200 || answer.statusCode() == 201) {
                return JSON.readValue(answer.body(), Submission.Stored.class);
            }
            return REJECTIONS.contains(answer.statusCode())
                    ? JSON.readValue(answer.body(), Submission.Rejected.class)
                    : new Submission.Unanswered(unexpected(answer));
        } catch (JsonProcessingException e) {
            return new Submission.Unanswered("the gateway's answer cannot be read: " + e.getOriginalMessage());
        } catch (IOException e) {
            return new Submission.Unanswered(String.valueOf(e));
        }
    }

    /** Whether the gateway has this version of the schema as its current one. */
    Holding look(String name, String digest) throws InterruptedException {
        try {
            HttpResponse<String> answer = ask(name, HttpRequest.BodyPublishers.noBody(), "GET");
            return switch (answer.statusCode()) {
                case 200 ->
                    answer.headers()
                                    .firstValue("ETag")
                                    .filter(tag -> tag.contains(digest))
                                    .isPresent()
                            ? new Holding.Same()
                            : new Holding.Other();
                case 404 -> new Holding.Other();
                default -> new Holding.Unanswered(unexpected(answer));
            };
        } catch (IOException e) {
            return new Holding.Unanswered(String.valueOf(e));
        }
    }

    /** What the gateway holds under a name. */
    sealed interface Holding {
        /** The version that was asked for. */
        record Same() implements Holding {}

        /** Another version, or nothing. */
        record Other() implements Holding {}

        /** Nobody knows. */
        record Unanswered(String reason) implements Holding {}
    }

    /** Deletes the schema; empty where it is gone, else why it is not. */
    Optional<String> delete(String name) throws InterruptedException {
        try {
            HttpResponse<String> answer = ask(name, HttpRequest.BodyPublishers.noBody(), "DELETE");
            return answer.statusCode() == 204 || answer.statusCode() == 404
                    ? Optional.empty()
                    : Optional.of(unexpected(answer));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e));
        }
    }

    private HttpResponse<String> ask(String name, HttpRequest.BodyPublisher body, String method)
            throws IOException, InterruptedException {
        String segment = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/v1/schemas/" + segment))
                .timeout(PATIENCE)
                .method(method, body);
        if (apiKeyFile.isPresent()) {
            request.header(
                    "Authorization",
                    "Bearer " + Files.readString(apiKeyFile.get()).strip());
        }
        return http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
    }

    private static String unexpected(HttpResponse<String> answer) {
        String detail = "";
        try {
            detail = JSON.readTree(answer.body()).path("detail").asText("");
        } catch (JsonProcessingException _) {
            // Whoever stands before the gateway need not speak its language: the status says enough.
        }
        return "the gateway answered with status %d%s"
                .formatted(answer.statusCode(), detail.isEmpty() ? "" : ": " + detail);
    }
}
