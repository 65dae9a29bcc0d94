package dev.platen.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.contract.topic.Topic;
import dev.platen.helm.kafka.SecuredKafka;
import dev.platen.operator.act.KafkaSettingsPublisher;
import dev.platen.operator.act.SettingsPublisher.PublishFailedException;
import dev.platen.operator.observe.KafkaTopicProbe;
import dev.platen.operator.observe.TopicProbe.Reading;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.KafkaConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The operator at a Kafka that wants TLS and a password, with the settings that the chart writes. */
@Timeout(60)
class SecuredBrokerTest {
    private static final PoolSettings SIZES = new PoolSettings("render", 2, 16);

    @TempDir
    private static Path folder;

    private static SecuredKafka kafka;

    @TempDir
    private Path mounted;

    @BeforeAll
    static void start() throws Exception {
        kafka = SecuredKafka.start(folder);
        try (Admin admin = new KafkaClients(kafka.forEverybody(), Map.of()).admin()) {
            admin.createTopics(List.of(new NewTopic(Topic.SETTINGS.topicName(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    /** Clients as the process makes them of the file that the chart mounts. */
    private KafkaClients clients() throws IOException {
        Path settings = kafka.mount(mounted);
        KafkaConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings.toUri().toURL()))
                .addDefaultInterceptors()
                .withMapping(KafkaConfig.class)
                .build()
                .getConfigMapping(KafkaConfig.class);
        return new KafkaClients(kafka.byPassword(), config.properties());
    }

    @Test
    void shouldReadTheTopicAndTellTheWorkersTheirSizes() throws IOException {
        // Given
        KafkaClients clients = clients();

        // When
        Reading reading;
        try (KafkaTopicProbe probe = new KafkaTopicProbe(clients);
                KafkaSettingsPublisher publisher = new KafkaSettingsPublisher(clients)) {
            publisher.publish(SIZES);
            reading = probe.read(Topic.SETTINGS.topicName(), "platen-render");
        }

        // Then
        assertThat(reading).isInstanceOfSatisfying(Reading.Offsets.class, offsets -> assertThat(offsets.partitions())
                .hasSize(1)
                .allSatisfy((_, position) -> assertThat(position.end()).isOne()));
    }

    @Test
    void shouldSayThatThePasswordIsWrong() throws IOException {
        // Given
        KafkaClients clients = clients();
        SecuredKafka.mountWrongPassword(mounted);

        // When
        Reading reading;
        Throwable failure;
        try (KafkaTopicProbe probe = new KafkaTopicProbe(clients);
                KafkaSettingsPublisher publisher = new KafkaSettingsPublisher(clients)) {
            reading = probe.read(Topic.RENDER.topicName(), "platen-render");
            failure = catchThrowable(() -> publisher.publish(SIZES));
        }

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(Reading.Unreadable.class, unreadable -> assertThat(unreadable.reason())
                        .startsWith("topic platen.render: ")
                        .endsWith("are mechanism, name and password those of the brokers?"));
        assertThat(failure)
                .isInstanceOf(PublishFailedException.class)
                .hasMessageContaining("invalid credentials with SASL mechanism SCRAM-SHA-512");
    }

    @Test
    void shouldSayThatTheAuthorityIsUnknown() throws IOException {
        // Given
        KafkaClients clients = clients();
        kafka.mountStranger(mounted);

        // When
        Reading reading;
        try (KafkaTopicProbe probe = new KafkaTopicProbe(clients)) {
            reading = probe.read(Topic.RENDER.topicName(), "platen-render");
        }

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(Reading.Unreadable.class, unreadable -> assertThat(unreadable.reason())
                        .contains("unable to find valid certification path", "ssl.truststore"));
    }
}
