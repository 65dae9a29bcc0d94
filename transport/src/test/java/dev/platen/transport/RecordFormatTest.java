package dev.platen.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * While services are replaced, old ones read the records of new ones and the other way round. Each file in {@code records}
 * holds a record of every message as one version writes it; the one with the highest number is that of this version.
 * A change of the format is a new file beside the others, which stay readable.
 */
class RecordFormatTest {
    private static final Path FOLDER = Path.of(
            Objects.requireNonNull(System.getProperty("platen.root"), "platen.root"),
            "transport/src/test/resources/records");
    private static final String BETWEEN = "\n----\n";

    /** These differ from record to record. */
    private static final List<String> ITS_OWN = List.of("ce_id", "ce_time");

    static List<Path> versions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted(Comparator.comparingInt(RecordFormatTest::version))
                    .toList();
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replace(".txt", ""));
    }

    @Test
    void shouldWriteRecordsAsThisVersionDoes() throws IOException {
        // Given
        Path golden = versions().getLast();

        // When
        String written = CloudEventsTest.messages()
                .map(message -> text(CloudEvents.encode(message, "/platen/test")))
                .collect(Collectors.joining(BETWEEN));

        // Then
        if ("write".equals(System.getProperty("platen.goldens"))) {
            Files.writeString(golden, written);
        }
        assertThat(written)
                .as("records as in %s; a change needs a file with the next number, so that these stay readable", golden)
                .isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldReadTheRecordsOfEveryVersion(Path version) throws IOException {
        // Given
        List<String> records = List.of(Files.readString(version).split(BETWEEN, -1));

        // When
        List<CloudEvents.Decoded> read =
                records.stream().map(RecordFormatTest::read).toList();

        // Then
        assertThat(read).isNotEmpty().allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOf(CloudEvents.Decoded.Read.class));
    }

    @Test
    void shouldMeanTheSameByTheRecordsOfThisVersion() throws IOException {
        // Given
        List<String> records = List.of(Files.readString(versions().getLast()).split(BETWEEN, -1));

        // When
        List<CloudEvents.Decoded> read =
                records.stream().map(RecordFormatTest::read).toList();

        // Then
        List<CloudEvents.Decoded> meant = CloudEventsTest.messages()
                .<CloudEvents.Decoded>map(CloudEvents.Decoded.Read::new)
                .toList();
        assertThat(read).usingRecursiveComparison().isEqualTo(meant);
    }

    @ParameterizedTest
    @MethodSource("dev.platen.transport.CloudEventsTest#messages")
    void shouldReadARecordToWhichALaterVersionHasAdded(Message message) {
        // Given
        CloudEvents.Encoded written = CloudEvents.encode(message, "/platen/test");
        RecordHeaders headers = new RecordHeaders(written.headers());
        headers.add("ce_later", "value".getBytes(UTF_8));

        // When
        CloudEvents.Decoded read = CloudEvents.decode(headers, written.payload());

        // Then
        assertThat(read).usingRecursiveComparison().isEqualTo(new CloudEvents.Decoded.Read(message));
    }

    /** Headers one to a line, an empty line, the payload. */
    private static String text(CloudEvents.Encoded encoded) {
        String headers = encoded.headers().stream()
                .map(header -> header.key() + ": " + value(header))
                .collect(Collectors.joining("\n"));
        byte[] payload = encoded.payload();
        return headers + "\n\n" + (payload == null ? "(none)" : new String(payload, UTF_8));
    }

    private static String value(Header header) {
        return ITS_OWN.contains(header.key()) ? "its own" : new String(header.value(), UTF_8);
    }

    private static CloudEvents.Decoded read(String text) {
        int blank = text.indexOf("\n\n");
        RecordHeaders headers = new RecordHeaders();
        for (String line : text.substring(0, blank).lines().toList()) {
            int colon = line.indexOf(": ");
            headers.add(line.substring(0, colon), line.substring(colon + 2).getBytes(UTF_8));
        }
        String payload = text.substring(blank + 2);
        return CloudEvents.decode(headers, payload.equals("(none)") ? null : payload.getBytes(UTF_8));
    }
}
