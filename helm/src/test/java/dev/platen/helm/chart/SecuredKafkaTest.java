package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.platen.contract.topic.Topic;
import dev.platen.helm.kafka.SecuredKafka;
import dev.platen.helm.source.Repository;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the chart says of TLS and SASL lets the services' clients in at a real Kafka; what is wrong of it is said at once. */
@Timeout(60)
class SecuredKafkaTest {
    /** Longer than the tests may take: who waited for it would fail by that. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final TopicPartition SETTINGS = new TopicPartition(Topic.SETTINGS.topicName(), 0);

    @TempDir
    private static Path folder;

    private static SecuredKafka kafka;

    @TempDir
    private Path mounted;

    @BeforeAll
    static void start() {
        kafka = SecuredKafka.start(folder);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @BeforeEach
    void mount() {
        kafka.mountSecrets(mounted);
    }

    @TestFactory
    Stream<DynamicTest> shouldLetTheClientsIn() {
        return Repository.cases(SecuredKafkaTest.class, "").stream()
                .map(values -> DynamicTest.dynamicTest(values.getFileName() + "", () -> {
                    KafkaClients clients = clients(values);
                    ensure(clients);
                    assertThat(sentAndRead(clients, values.getFileName() + "")).endsWith(values.getFileName() + "");
                }));
    }

    private KafkaClients clients(Path values) throws IOException {
        boolean byCertificate = values.endsWith("certificate.yaml");
        return new KafkaClients(
                byCertificate ? kafka.byCertificate() : kafka.byPassword(),
                ClientSettings.of(Chart.read(Chart.render(List.of(Chart.DEFAULTS, values))), mounted));
    }

    private static void ensure(KafkaClients clients) {
        ensure(clients, PATIENCE);
    }

    private static void ensure(KafkaClients clients, Duration patience) {
        try (Admin admin = clients.admin()) {
            new Topics(admin, (short) 1, InstantSource.system()).ensure(patience);
        }
    }

    private static List<String> sentAndRead(KafkaClients clients, String text) throws Exception {
        List<String> read = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = clients.safeProducer();
                KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topic.SETTINGS.topicName(), bytes, bytes))
                    .get();
            reader.assign(List.of(SETTINGS));
            reader.seekToBeginning(List.of(SETTINGS));
            await().until(() -> {
                reader.poll(Duration.ofMillis(100))
                        .forEach(record -> read.add(new String(record.value(), StandardCharsets.UTF_8)));
                return read.contains(text);
            });
        }
        return read;
    }

    @Test
    void shouldSayThatThePasswordIsWrong() throws IOException {
        // Given
        SecuredKafka.mountWrongPassword(mounted);
        KafkaClients clients =
                clients(Repository.cases(SecuredKafkaTest.class, "scram").getFirst());

        // When
        Throwable failure = catchThrowable(() -> ensure(clients));

        // Then
        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("invalid credentials with SASL mechanism SCRAM-SHA-512")
                .hasMessageContaining("are mechanism, name and password those of the brokers?");
    }

    @Test
    void shouldSayThatTheAuthorityIsUnknown() throws IOException {
        // Given
        kafka.mountStranger(mounted);
        KafkaClients clients =
                clients(Repository.cases(SecuredKafkaTest.class, "plain").getFirst());

        // When
        Throwable failure = catchThrowable(() -> ensure(clients));

        // Then
        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unable to find valid certification path")
                .hasMessageContaining("is the brokers' certificate from the authority that ssl.truststore names");
    }

    @Test
    void shouldSayThatThePortSpeaksNoTls() throws IOException {
        // Given
        KafkaClients clients = new KafkaClients(
                kafka.forEverybody(),
                ClientSettings.of(
                        Chart.read(Chart.render(List.of(
                                Chart.DEFAULTS,
                                Repository.cases(SecuredKafkaTest.class, "plain")
                                        .getFirst()))),
                        mounted));

        // When
        Throwable failure = catchThrowable(() -> ensure(clients, Duration.ofSeconds(1)));

        // Then
        assertThat(failure).hasMessageContaining("is security.protocol that of their port?");
    }
}
