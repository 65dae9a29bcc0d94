package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.testkit.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Promises P3 and P4 in one process with a heap of 256 MiB: callers who want more memory than there is get an answer or lose
 * their connection, callers who want more work than can be done are told to come again, and afterwards all is well.
 */
@ExtendWith(RunningUp.class)
class OverloadIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PRESSURE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 3_000;
    private static final int GREEDY = 200;
    private static final int SLOW = 400;
    private static final int DATA_BYTES = 3 * 1024 * 1024;
    private static final long MOST_KILOBYTES = 700 * 1024;

    private final Client client = RunningUp.client();
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();

    @BeforeEach
    void store() {
        assertThat(client.put("/v1/schemas/overload", Documents.large()).statusCode())
                .isIn(200, 201);
        byte[] small = "{\"properties\": {\"n\": {\"type\": \"integer\"}}}".getBytes(StandardCharsets.UTF_8);
        assertThat(client.put("/v1/schemas/small", small).statusCode()).isIn(200, 201);
    }

    @AfterEach
    void hangUp() {
        sockets.forEach(OverloadIT::close);
    }

    @Test
    void shouldRefuseWhatIsTooMuchAndDoTheRest() {
        // Given
        Queue<HttpResponse<byte[]>> answers = new ConcurrentLinkedQueue<>();

        // When
        List<Thread> callers = IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> answers.add(ask())))
                .toList();
        callers.forEach(OverloadIT::join);

        // Then
        assertThat(answers)
                .hasSize(AT_ONCE)
                .extracting(HttpResponse::statusCode)
                .contains(200);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 200).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isIn(429, 503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
        });
        assertServing();
    }

    @Test
    void shouldKeepItsMemoryThoughCallersWantMoreThanThereIs() {
        // Given
        String body = "POST /v1/schemas/overload/render HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n{\"data\": \""
                .formatted(DATA_BYTES);

        // When
        for (int i = 0; i < GREEDY; i++) {
            say(body + "x".repeat(DATA_BYTES / 2));
        }
        for (int i = 0; i < SLOW; i++) {
            say("GET /v1/schemas/overload/render?slow=%d HTTP/1.1\r\nHost: a\r\n\r\n"
                    .formatted(i)
                    .repeat(10));
        }

        // Then
        await().during(PRESSURE).atMost(SOON).untilAsserted(() -> assertThat(RunningUp.residentKilobytes())
                .isLessThan(MOST_KILOBYTES));
        hangUp();
        await().atMost(SOON).untilAsserted(this::assertServing);
        assertThat(RunningUp.output()).doesNotContain("OutOfMemoryError");
    }

    private HttpResponse<byte[]> ask() {
        String data = "{\"data\": {\"n\": %d}}".formatted(numbers.incrementAndGet());
        return client.post("/v1/schemas/small/render", data.getBytes(StandardCharsets.UTF_8));
    }

    private void assertServing() {
        for (int i = 0; i < 50; i++) {
            assertThat(ask().statusCode()).isEqualTo(200);
        }
    }

    /** Says something and never listens. */
    private void say(String words) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RunningUp.port()));
            sockets.add(socket);
            Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException refused) {
                    close(socket);
                }
            });
        } catch (IOException full) {
            throw new UncheckedIOException("a connection can be made", full);
        }
    }

    private static void join(Thread caller) {
        try {
            caller.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("a socket can be closed", failed);
        }
    }
}
