package dev.platen.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1"})
    void shouldEndAsTheAnswerSays(int answered, int status) throws IOException {
        // Given
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(answered, -1);
            exchange.close();
        });
        server.start();
        String address =
                "http://127.0.0.1:%d/ready".formatted(server.getAddress().getPort());

        // When
        int ended = Ask.status(new String[] {address}, out);
        server.stop(0);

        // Then
        assertThat(ended).isEqualTo(status);
        assertThat(printed.toString(UTF_8)).contains(answered + " from " + address);
    }

    @Test
    void shouldSayThatNobodyAnswers() {
        // When
        int ended = Ask.status(new String[] {"http://127.0.0.1:1/"}, out);

        // Then
        assertThat(ended).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("no answer from http://127.0.0.1:1/");
    }

    @Test
    void shouldSayWhatItNeeds() {
        // When
        int ended = Ask.status(new String[0], out);

        // Then
        assertThat(ended).isEqualTo(2);
        assertThat(printed.toString(UTF_8)).contains("one address is needed");
    }
}
