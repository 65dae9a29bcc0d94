package dev.platen.gateway.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.contract.id.TenantId;
import dev.platen.gateway.identity.Authentication;
import dev.platen.gateway.identity.IdentityConfig;
import dev.platen.testkit.Configs;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who listens, and how they are told, over a real connection. */
class EventsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SMALL_BUFFER = 4 * 1024;

    /** Far more events than a client may be behind, and far more bytes than fit on their way to it. */
    private static final int ENOUGH = 5_000;

    private static final TenantId OTHER = new TenantId("other");

    private final Vertx vertx = Vertx.vertx();
    private final Events events = new Events();
    private HttpServer server;

    @BeforeEach
    void start() {
        Router router = Router.router(vertx);
        router.route()
                .handler(
                        new Authentication(Configs.read(IdentityConfig.class, Map.of("platen.identity.open", "true"))));
        router.get("/v1/events").handler(events::listen);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldWriteEventsInBatches() throws IOException {
        try (Socket socket = listen()) {
            BufferedReader answer = reader(socket);
            skipTo(answer, ": alive");

            // When
            for (int i = 0; i < 120; i++) {
                events.tell(OTHER, "purge", Map.of("name", "theirs"));
                events.tell(TenantId.DEFAULT, "purge", Map.of("name", "s" + i));
            }

            // Then
            List<Integer> sizes = new ArrayList<>();
            while (sizes.stream().mapToInt(Integer::intValue).sum() < 120) {
                String chunk = chunk(answer);
                assertThat(chunk).doesNotContain("theirs");
                sizes.add(chunk.split("event: purge\n", -1).length - 1);
            }
            assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(1, Listener.BATCH));
            assertThat(sizes.size()).isLessThan(20);
        }
    }

    @Test
    void shouldDropWhoeverDoesNotKeepUp() throws IOException {
        // Given
        String much = "x".repeat(10_000);
        try (Socket slow = listen();
                Socket quick = listen()) {
            skipTo(reader(slow), ": alive");
            BufferedReader answer = reader(quick);
            skipTo(answer, ": alive");

            // When
            int told = 0;
            while (events.listeners() == 2 && told < ENOUGH) {
                for (int i = 0; i < Listener.BATCH; i++) {
                    events.tell(TenantId.DEFAULT, "purge", Map.of("name", much));
                }
                told += Listener.BATCH;
                for (int i = 0; i < Listener.BATCH; i++) {
                    skipTo(answer, "event: purge");
                }
            }

            // Then
            assertThat(events.listeners()).isEqualTo(1);
            events.tell(TenantId.DEFAULT, "last", Map.of());
            skipTo(answer, "event: last");
        }
    }

    @Test
    void shouldForgetWhoeverGoes() throws IOException {
        // Given
        Socket socket = listen();
        skipTo(reader(socket), ": alive");
        assertThat(events.isHeardByAdministrators()).isTrue();

        // When
        socket.close();

        // Then
        await().atMost(SOON).until(() -> !events.isHeardByAdministrators());
    }

    private Socket listen() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.setSoTimeout(Math.toIntExact(SOON.toMillis()));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
        socket.getOutputStream()
                .write("GET /v1/events HTTP/1.1\r\nhost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static void skipTo(BufferedReader answer, String line) throws IOException {
        String found = answer.readLine();
        while (!line.equals(found)) {
            assertThat(found).as("before %s", line).isNotNull();
            found = answer.readLine();
        }
    }

    /** The content of the next chunk of the body (RFC 9112, section 7.1). */
    private static String chunk(BufferedReader answer) throws IOException {
        String size = answer.readLine();
        while (size.isEmpty()) {
            size = answer.readLine();
        }
        char[] content = new char[Integer.parseInt(size, 16)];
        int read = 0;
        while (read < content.length) {
            read += answer.read(content, read, content.length - read);
        }
        return new String(content);
    }
}
