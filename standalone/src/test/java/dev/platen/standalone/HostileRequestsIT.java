package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Requests that no library would send. Each has the answers that it deserves, none of which is that to a request hidden in
 * another, and whoever asks afterwards is served.
 */
@ExtendWith(RunningUp.class)
class HostileRequestsIT {
    private static final Path CASES = Path.of("src/test/resources/HostileRequestsIT");
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int NOW_AND_THEN_MILLIS = 500;
    private static final int ANSWER_BYTES = 16 * 1024;
    private static final int HALF_REQUESTS = 300;
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.[01] (\\d{3}) ");
    private static final Pattern REPEATED = Pattern.compile("\\{([^{}]+)\\*(\\d+)}");
    private static final byte[] SCHEMA = "{\"title\": \"Hostile\", \"properties\": {\"n\": {\"type\": \"integer\"}}}"
            .getBytes(StandardCharsets.UTF_8);

    private final Client client = RunningUp.client();

    /**
     * Files of the answers that are expected, in their order, and the request, whose line breaks are sent as CR LF. Where
     * nothing is expected, the connection ends without a word.
     */
    @TestFactory
    Stream<DynamicTest> shouldAnswerEachShapeAsItDeserves() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        // Given
                        String[] parts = Files.readString(file).split("\n", 2);

                        // When
                        String answers = converse(unfolded(parts[1]));

                        // Then
                        assertThat(statuses(answers)).as(answers).isEqualTo(parts[0]);
                        assertThat(answers.toLowerCase(Locale.ROOT)).doesNotContain("\nx-injected");
                        assertStillServing();
                    }));
        }
    }

    private static String statuses(String answers) {
        return STATUS.matcher(answers).results().map(found -> found.group(1)).collect(Collectors.joining(" "));
    }

    private static String unfolded(String request) {
        String lines =
                REPEATED.matcher(request).replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))));
        return lines.replace("\n", "\r\n")
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\0", "\0");
    }

    /** Everything that comes back until the server has nothing more to say. */
    private static String converse(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RunningUp.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                    socket.shutdownOutput();
                } catch (IOException refused) {
                    // the server has heard enough
                }
            });
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    void shouldServeOthersWhileManyNeverEndTheirRequests() throws IOException {
        // Given
        List<Socket> halves = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_REQUESTS; i++) {
                Socket half = new Socket(InetAddress.getLoopbackAddress(), RunningUp.port());
                halves.add(half);
                half.getOutputStream()
                        .write("PUT /v1/schemas/half HTTP/1.1\r\nHost: a\r\nX-".getBytes(StandardCharsets.US_ASCII));
            }

            // When
            assertStillServing();

            // Then
            assertThat(halves).allMatch(Socket::isConnected);
        } finally {
            halves.forEach(HostileRequestsIT::close);
        }
    }

    @Test
    void shouldCloseAConnectionWhoseHeadComesAByteNowAndThen() throws IOException {
        // Given
        try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), RunningUp.port());
                Socket trickling = new Socket(InetAddress.getLoopbackAddress(), RunningUp.port())) {
            assertStillServing();
            assertThat(firstLine(idle)).contains(" 200 ");
            trickling.setSoTimeout(NOW_AND_THEN_MILLIS);
            trickling.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\nX-: ".getBytes(StandardCharsets.US_ASCII));

            // When
            boolean isClosed = IntStream.range(0, PATIENCE_MILLIS / NOW_AND_THEN_MILLIS)
                    .anyMatch(_ -> isClosedAfterAnotherByte(trickling));

            // Then
            assertThat(isClosed).isTrue();
            assertThat(firstLine(idle)).contains(" 200 ");
        }
    }

    private static boolean isClosedAfterAnotherByte(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Asks for something, and leaves the connection as it was. */
    private static String firstLine(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream()
                .write("GET /v1/schemas/hostile HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[ANSWER_BYTES];
        int length = socket.getInputStream().read(answer);
        return new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII)
                .lines()
                .findFirst()
                .orElse("");
    }

    @Test
    void shouldShowNobodyWhatAHeaderOfAnotherSaid() {
        // Given
        assertStillServing();
        byte[] page = client.get("/v1/schemas/hostile/render?locale=fr").body();

        // When
        HttpResponse<byte[]> poisoned = client.get(
                "/v1/schemas/hostile/render?locale=fr&utm=a",
                "X-Forwarded-Host",
                "evil.example",
                "X-Original-URL",
                "/evil",
                "X-HTTP-Method-Override",
                "DELETE",
                "X-Platen-Tenant",
                "evil",
                "Forwarded",
                "host=evil.example");

        // Then
        assertThat(poisoned.body()).isEqualTo(page);
        assertThat(client.get("/v1/schemas/hostile/render?locale=fr").body()).isEqualTo(page);
        assertThat(client.get("/v1/schemas/hostile").statusCode()).isEqualTo(200);
    }

    private void assertStillServing() {
        assertThat(client.put("/v1/schemas/hostile", SCHEMA).statusCode()).isIn(200, 201);
        assertThat(Client.text(client.get("/v1/schemas/hostile/render"))).contains("Hostile");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("a socket can be closed", failed);
        }
    }
}
