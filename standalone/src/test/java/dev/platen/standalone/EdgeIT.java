package dev.platen.standalone;

import static dev.platen.testkit.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.platen.testkit.Client;
import dev.platen.testkit.Debian;
import dev.platen.testkit.Home;
import dev.platen.testkit.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The caches of {@code examples/edge} in front of {@code platen up}. */
@ExtendWith(RunningUp.class)
class EdgeIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MANY = 100;
    private static final Pattern PAGES = Pattern.compile("(?m)^platen_gateway_pages_seconds_count\\{.*} (\\S+)$");

    /** Which caches there are examples for. */
    enum Kind {
        NGINX,
        VARNISH
    }

    @TempDir
    private static Path directory;

    private static final Map<Kind, Edge> EDGES = new EnumMap<>(Kind.class);
    private static Wire wire;
    private final Client gateway = RunningUp.client();

    @BeforeAll
    static void start() throws IOException {
        wire = new Wire(RunningUp.port());
        Optional<Path> nginx = Debian.program("nginx", List.of("nginx"));
        if (nginx.isPresent()) {
            EDGES.put(Kind.NGINX, Edge.nginx(nginx.get(), folder("nginx"), wire.port()));
        }
        Optional<Path> varnish = Debian.program("varnishd", List.of("varnish", "libvarnishapi3", "libjemalloc2"));
        if (varnish.isPresent()) {
            EDGES.put(Kind.VARNISH, Edge.varnish(varnish.get(), folder("varnish"), wire.port()));
        }
        RunningUp.client().put("/v1/schemas/edge", document("sign-up"));
        EDGES.values().forEach(EdgeIT::awaitGateway);
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }

    @AfterAll
    static void stop() {
        EDGES.values().forEach(Edge::close);
        wire.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskTheGatewayOnceForManyWhoMissTheSamePage(Kind kind) throws IOException {
        // Given
        Edge edge = edge(kind);
        String address = "/v1/schemas/edge/render?locale=de&for=" + kind;
        long before = pagesOfTheGateway();

        // When
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port());
            sockets.add(socket);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n"
                            .formatted(address)
                            .getBytes(StandardCharsets.US_ASCII));
        }
        List<String> answers = new ArrayList<>();
        for (Socket socket : sockets) {
            try (socket) {
                answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        // Then
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 200").contains("</html>"));
        assertThat(pagesOfTheGateway() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldServeWhatItHasWhileTheGatewayIsDown(Kind kind) throws IOException {
        // Given
        Edge edge = edge(kind);
        String address = "/v1/schemas/edge/render?locale=fr&for=" + kind;
        byte[] page = edge.client().get(address).body();

        // When
        wire.cut();
        try {

            // Then
            await().atMost(SOON).untilAsserted(() -> {
                HttpResponse<byte[]> answer = edge.client().get(address);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(page);
                assertThat(status(answer)).contains("edge; hit; detail=stale");
            });
            assertThat(edge.client().get("/v1/schemas/edge/render?locale=nl").statusCode())
                    .isGreaterThan(499);
        } finally {
            wire.mend();
        }
        EDGES.values().forEach(EdgeIT::awaitGateway);
    }

    @Test
    void shouldPurgeVarnishWithTheGateway() throws IOException {
        // Given
        Client edge = edge(Kind.VARNISH).client();
        String address = "/v1/schemas/edge/render?locale=es";
        edge.get(address);
        assertThat(status(edge.get(address))).endsWith("edge; hit");

        // When
        HttpResponse<byte[]> purge = edge.delete("/v1/cache?tag=edge");

        // Then
        assertThat(purge.statusCode()).as(text(purge)).isEqualTo(200);
        assertThat(status(edge.get(address))).contains("platen; fwd=miss").endsWith("edge; fwd=miss");
    }

    @Test
    void shouldPurgeNginxWithItsScript() throws IOException, InterruptedException {
        // Given
        Edge edge = edge(Kind.NGINX);
        gateway.put("/v1/schemas/edge-other", document("contact"));
        String address = "/v1/schemas/edge/render?locale=es&for=nginx";
        String other = "/v1/schemas/edge-other/render";
        for (String each : List.of(address, other)) {
            edge.client().get(each);
            assertThat(status(edge.client().get(each))).endsWith("edge; hit");
        }

        // When
        edge.client().delete("/v1/cache?tag=edge");
        int exit = new ProcessBuilder(
                        Home.path().resolve("examples/edge/purge-nginx.sh").toString(),
                        edge.folder().resolve("nginx-cache").toString(),
                        "default/edge")
                .inheritIO()
                .start()
                .waitFor();

        // Then
        assertThat(exit).isZero();
        assertThat(status(edge.client().get(address))).contains("edge; fwd=miss");
        assertThat(status(edge.client().get(other))).contains("edge; hit");
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeverGiveTheAnswerOfOneCredentialToAnother(Kind kind) {
        // Given
        Client edge = edge(kind).client();
        String address = "/v1/schemas/edge/render?locale=pt&for=" + kind;
        edge.get(address, "authorization", "Bearer one");
        long before = pagesOfTheGateway();

        // When
        HttpResponse<byte[]> other = edge.get(address, "authorization", "Bearer two");
        HttpResponse<byte[]> nobody = edge.get(address);

        // Then
        assertThat(status(other)).doesNotContain("edge; hit");
        assertThat(status(nobody)).doesNotContain("edge; hit");
        assertThat(pagesOfTheGateway() - before).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void shouldPassCompressedPagesOn(Kind kind) throws IOException {
        // Given
        Client edge = edge(kind).client();
        String address = "/v1/schemas/edge/render?locale=ja&for=" + kind;
        byte[] page = gateway.get(address).body();

        // When
        HttpResponse<byte[]> coded = edge.get(address, "accept-encoding", "gzip");
        HttpResponse<byte[]> plain = edge.get(address);

        // Then
        assertThat(coded.headers().firstValue("content-encoding")).hasValue("gzip");
        try (GZIPInputStream decoded = new GZIPInputStream(new ByteArrayInputStream(coded.body()))) {
            assertThat(decoded.readAllBytes()).isEqualTo(page);
        }
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
        assertThat(plain.body()).isEqualTo(page);
    }

    @Test
    void shouldKeepTheBrotliThatTheGatewayHasInNginx() {
        // Given
        Client edge = edge(Kind.NGINX).client();
        String address = "/v1/schemas/edge/render?locale=ko";

        // When / Then
        await().atMost(SOON).untilAsserted(() -> {
            HttpResponse<byte[]> answer = edge.get(address, "accept-encoding", "gzip, br");
            assertThat(answer.headers().firstValue("content-encoding")).hasValue("br");
            assertThat(status(answer)).contains("edge; hit");
        });
    }

    /** Until the cache has found the gateway again, of which it may have thought that it is away. */
    private static void awaitGateway(Edge edge) {
        await().atMost(SOON).ignoreExceptions().until(() -> edge.isRunning() && answersWithPages(edge));
    }

    private static boolean answersWithPages(Edge edge) {
        String address = "/v1/schemas/edge/render?locale=it&now=" + System.nanoTime();
        return edge.client().get(address).statusCode() == 200;
    }

    private static byte[] document(String name) {
        return Objects.requireNonNull(Documents.all().get(name), name);
    }

    private static Edge edge(Kind kind) {
        Edge edge = EDGES.get(kind);
        assumeTrue(edge != null, kind + " is neither installed nor can Debian's package of it be had");
        return edge;
    }

    private static String status(HttpResponse<byte[]> answer) {
        return String.join(", ", answer.headers().allValues("cache-status"));
    }

    /** How many pages the gateway has answered, wherever it had them from. */
    private long pagesOfTheGateway() {
        return PAGES.matcher(text(gateway.get("/q/metrics")))
                .results()
                .mapToLong(found -> (long) Double.parseDouble(found.group(1)))
                .sum();
    }
}
