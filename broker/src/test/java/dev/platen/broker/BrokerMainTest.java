package dev.platen.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrokerMainTest {
    private static final int SIGTERM_STATUS = 143;

    @TempDir
    Path directory;

    @Test
    void shouldLoseNothingAcknowledgedToAKill() throws Exception {
        // Given
        try (Running broker = Running.start(directory)) {
            Clients.createTopic(broker.bootstrapServers(), Map.of());
            Clients.send(broker.bootstrapServers(), BrokerTest.numbered(100));

            // When
            broker.process().destroyForcibly().waitFor();
        }

        // Then
        try (Broker again = Broker.start(new BrokerConfig(directory, 0))) {
            assertThat(Clients.readAll(again.bootstrapServers()))
                    .extracting(record -> record.key())
                    .containsExactlyElementsOf(BrokerTest.keys(100));
        }
    }

    @Test
    void shouldStopInOrderWhenToldTo() throws Exception {
        // Given
        try (Running broker = Running.start(directory)) {
            // When
            broker.process().destroy();

            // Then
            assertThat(broker.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(broker.process().exitValue()).isEqualTo(SIGTERM_STATUS);
            assertThat(directory.resolve(".kafka_cleanshutdown")).exists();
        }
    }

    @Test
    void shouldSayWhatIsMissingAndEnd() throws Exception {
        // Given
        ProcessBuilder builder = Running.command();
        builder.environment().remove("PLATEN_BROKER_DATA_DIRECTORY");

        // When
        Process process = builder.redirectErrorStream(true).start();

        // Then
        assertThat(process.inputReader(StandardCharsets.UTF_8).readAllAsString())
                .contains("needs a data directory");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    /** A broker in a process of its own, killed at the latest when it is closed. */
    private record Running(Process process, String bootstrapServers) implements AutoCloseable {
        static Running start(Path directory) throws IOException {
            Process process = command(directory.toString(), "0")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String ready = String.valueOf(output.readLine());
            assertThat(ready).startsWith("broker ready at 127.0.0.1:");
            return new Running(process, ready.split(" ", -1)[3]);
        }

        static ProcessBuilder command(String... arguments) {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BrokerMain.class.getName());
            builder.command().addAll(List.of(arguments));
            return builder;
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
