package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Command;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code platen up} with API keys: who may do what, and that no tenant meets anything of another. */
class IdentityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final byte[] FORM = bytes("""
            {"title": "Ours", "type": "object", "properties": {"name": {"type": "string", "default": "Ada"}}}""");

    @TempDir
    private static Path directory;

    private static Command up;
    private static Client client;
    private static String author;
    private static String reader;
    private static String other;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path file = Files.createFile(directory.resolve("api-keys"));
        author = key(file, "acme", "author");
        reader = key(file, "acme", "reader");
        other = key(file, "other", "author");
        int port = Ports.free();
        up = Command.start(
                        directory.resolve("up.log"),
                        "up",
                        "--port",
                        Integer.toString(port),
                        "--api-keys",
                        file.toString(),
                        "--data-dir",
                        directory.resolve("data").toString())
                .awaitReady(PATIENCE);
        client = new Client(port);
    }

    /** Makes a key with the command, as people do. */
    private static String key(Path file, String tenant, String role) throws IOException, InterruptedException {
        Path output = directory.resolve(tenant + "-" + role);
        try (Command key =
                Command.start(output, "key", "--id", tenant + "-" + role, "--tenant", tenant, "--role", role)) {
            assertThat(key.awaitExit(PATIENCE)).as(key.output()).isZero();
            List<String> lines = key.output().lines().toList();
            Files.writeString(file, line(lines, tenant) + "\n", StandardOpenOption.APPEND);
            return line(lines, "The key").replaceFirst(".*: ", "");
        }
    }

    private static String line(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @AfterAll
    static void stop() {
        client.close();
        up.close();
    }

    @Test
    void shouldAskWhoAsks() {
        // When
        HttpResponse<byte[]> nobody = client.get("/v1/schemas/form/render");
        HttpResponse<byte[]> stranger = client.get("/v1/schemas/form/render", bearer("plk_" + "A".repeat(43)));
        HttpResponse<byte[]> health = client.get("/q/health/ready");

        // Then
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("www-authenticate")).hasValue("Bearer realm=\"platen\"");
        assertThat(text(nobody)).contains("\"code\":\"unauthenticated\"");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(health.statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLetAReaderReadAndNotStore() {
        // Given
        client.put("/v1/schemas/shared", FORM, bearer(author));

        // When
        HttpResponse<byte[]> page = client.get("/v1/schemas/shared/render", bearer(reader));
        HttpResponse<byte[]> stored = client.put("/v1/schemas/shared", FORM, bearer(reader));

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(stored.statusCode()).isEqualTo(403);
        assertThat(text(stored)).contains("\"code\":\"forbidden\"", "the role author", "the role reader");
    }

    @Test
    void shouldShowATenantNothingOfAnother() {
        // Given
        client.put("/v1/schemas/ours", FORM, bearer(author));
        HttpResponse<byte[]> ours = client.get("/v1/schemas/ours/render", bearer(author));

        // When
        HttpResponse<byte[]> source = client.get("/v1/schemas/ours", bearer(other));
        HttpResponse<byte[]> page = client.get("/v1/schemas/ours/render", bearer(other));
        HttpResponse<byte[]> posted = client.post(
                "/v1/schemas/ours/submissions",
                bytes("root_name=Eve"),
                "authorization",
                "Bearer " + other,
                "content-type",
                "application/x-www-form-urlencoded");

        // Then
        assertThat(text(ours)).contains("Ours");
        assertThat(List.of(source, page, posted))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(404))
                .allSatisfy(answer -> assertThat(text(answer)).doesNotContain("Ours"));
    }

    @Test
    void shouldKeepPagesOfTenantsApartEvenWhereTheyAreTheSame() {
        // Given
        client.put("/v1/schemas/same", FORM, bearer(author));
        client.put("/v1/schemas/same", FORM, bearer(other));
        HttpResponse<byte[]> first = client.get("/v1/schemas/same/render", bearer(author));
        HttpResponse<byte[]> again = client.get("/v1/schemas/same/render", bearer(author));

        // When
        HttpResponse<byte[]> others = client.get("/v1/schemas/same/render", bearer(other));

        // Then
        assertThat(again.headers().firstValue("cache-status")).hasValue("platen; hit; detail=l1");
        assertThat(others.headers().firstValue("cache-status")).hasValue("platen; fwd=miss; stored");
        assertThat(others.headers().firstValue("etag"))
                .isNotEqualTo(first.headers().firstValue("etag"));
        assertThat(others.body()).isEqualTo(first.body());
    }

    @Test
    void shouldKeepACredentialForTheConsoleAlone() {
        // When
        HttpResponse<byte[]> nobody = client.get("/console/");
        HttpResponse<byte[]> signIn = client.get("/console/sign-in/");
        HttpResponse<byte[]> signedIn = client.post("/console/sign-in/submissions", bytes("root_credential=" + reader));
        String cookie = signedIn.headers().firstValue("set-cookie").orElseThrow();
        String kept = cookie.replaceFirst(";.*", "");
        HttpResponse<byte[]> playground = client.get("/console/", "cookie", kept);
        HttpResponse<byte[]> stored =
                client.post("/console/submissions", bytes("root_document={}&root_name=no&do=store"), "cookie", kept);
        HttpResponse<byte[]> foreign = client.post(
                "/console/submissions", bytes("root_document={}"), "cookie", kept, "sec-fetch-site", "cross-site");

        // Then
        assertThat(nobody.statusCode()).isEqualTo(303);
        assertThat(nobody.headers().firstValue("location")).hasValue("/console/sign-in/");
        assertThat(text(signIn)).contains("API key or token");
        assertThat(cookie).containsIgnoringCase("; HttpOnly").contains("SameSite=Strict", "Path=/console");
        assertThat(text(playground)).contains("Playground");
        assertThat(text(stored)).contains("Storing takes the role author");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(client.get("/console/fleet/", "cookie", kept).statusCode()).isEqualTo(403);
        assertThat(client.get("/console/", "cookie", kept + "x").statusCode()).isEqualTo(303);
        assertThat(client.get("/v1/schemas", "cookie", kept).statusCode()).isEqualTo(401);
    }

    private static String[] bearer(String key) {
        return new String[] {"authorization", "Bearer " + key};
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
