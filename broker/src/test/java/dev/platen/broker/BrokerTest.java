package dev.platen.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {
    private static final int MIB = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void shouldKeepRecordsOverARestart() throws Exception {
        // Given
        try (Broker broker = Broker.start(new BrokerConfig(directory, 0))) {
            Clients.createTopic(broker.bootstrapServers(), Map.of());
            Clients.send(broker.bootstrapServers(), numbered(100));
        }

        // When
        try (Broker broker = Broker.start(new BrokerConfig(directory, 0))) {
            // Then
            assertThat(Clients.readAll(broker.bootstrapServers()))
                    .extracting(record -> record.key())
                    .containsExactlyElementsOf(keys(100));
        }
    }

    @Test
    void shouldAcceptTheLargestDataOfOneRequest() throws Exception {
        // Given
        try (Broker broker = Broker.start(new BrokerConfig(directory, 0))) {
            Clients.createTopic(broker.bootstrapServers(), Map.of());

            // When
            Clients.send(broker.bootstrapServers(), List.of(Map.entry("large", new byte[5 * MIB])));

            // Then
            assertThat(Clients.readAll(broker.bootstrapServers()))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).hasSize(5 * MIB));
        }
    }

    @Test
    void shouldForgetOldValuesButNoKeyOfACompactedTopic() throws Exception {
        // Given
        Map<String, String> compacted = Map.of(
                "cleanup.policy", "compact",
                "segment.bytes", Integer.toString(MIB),
                "min.cleanable.dirty.ratio", "0.01");
        byte[] value = new byte[200 * 1024];
        try (Broker broker = Broker.start(new BrokerConfig(directory, 0))) {
            Clients.createTopic(broker.bootstrapServers(), compacted);

            // When
            Clients.send(broker.bootstrapServers(), List.of(Map.entry("once", value)));
            Clients.send(
                    broker.bootstrapServers(),
                    Stream.generate(() -> Map.entry("often", value)).limit(20).toList());

            // Then
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(Clients.readAll(broker.bootstrapServers()))
                            .hasSizeLessThan(12)
                            .extracting(record -> record.key())
                            .contains("once", "often"));
        }
    }

    @Test
    void shouldRefuseADirectoryInUse() {
        // Given
        try (Broker broker = Broker.start(new BrokerConfig(directory, 0))) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");

            // When / Then
            assertThatExceptionOfType(BrokerStartException.class)
                    .isThrownBy(
                            () -> Broker.start(new BrokerConfig(directory, 0)).close())
                    .withMessageContainingAll(directory.toString(), "is in use", "stop that one");
        }
    }

    @Test
    void shouldRefuseADirectoryThatSomethingElseWrote() throws IOException {
        // Given
        Files.writeString(directory.resolve("letter.txt"), "Dear reader");

        // When / Then
        assertThatExceptionOfType(BrokerStartException.class)
                .isThrownBy(() -> Broker.start(new BrokerConfig(directory, 0)).close())
                .withMessageContainingAll(directory.toString(), "something else wrote it");
        assertThat(directory).isDirectoryContaining("glob:**letter.txt").isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void shouldNameTheDirectoryWhoseDataKafkaRefuses() throws IOException {
        // Given
        Broker.start(new BrokerConfig(directory, 0)).close();
        Path properties = directory.resolve("meta.properties");
        Files.writeString(properties, Files.readString(properties).replace("node.id=1", "node.id=7"));

        // When / Then
        assertThatExceptionOfType(BrokerStartException.class)
                .isThrownBy(() -> Broker.start(new BrokerConfig(directory, 0)).close())
                .withMessageContainingAll(directory.toString(), "could not start", "node");
    }

    @Test
    void shouldRefuseAPortThatIsTakenAndLeaveTheDirectoryFree() throws IOException {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When / Then
            assertThatExceptionOfType(BrokerStartException.class)
                    .isThrownBy(() -> Broker.start(new BrokerConfig(directory, taken.getLocalPort()))
                            .close())
                    .withMessageContainingAll("port " + taken.getLocalPort(), "choose another port");
        }
        Broker.start(new BrokerConfig(directory, 0)).close();
    }

    @Test
    void shouldBearASecondCloseAndFreeTheDirectory() {
        // Given
        Broker broker = Broker.start(new BrokerConfig(directory, 0));

        // When
        broker.close();
        broker.close();

        // Then
        Broker.start(new BrokerConfig(directory, 0)).close();
    }

    @Test
    void shouldCreateNoTopicByItself() {
        // Given
        try (Broker broker = Broker.start(new BrokerConfig(directory, 0))) {
            // When / Then
            assertThatThrownBy(() -> Clients.partitions(broker.bootstrapServers()))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "key-" + i).toList();
    }

    static List<Map.Entry<String, byte[]>> numbered(int count) {
        return keys(count).stream()
                .map(key -> Map.entry(key, key.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
