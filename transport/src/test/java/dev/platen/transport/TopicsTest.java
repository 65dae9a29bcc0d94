package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.broker.Broker;
import dev.platen.broker.BrokerConfig;
import dev.platen.contract.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private Broker broker;
    private Admin admin;

    @BeforeEach
    void start() {
        broker = Broker.start(new BrokerConfig(directory, 0));
        admin = new KafkaClients(broker.bootstrapServers(), Map.of()).admin();
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void shouldCreateEveryTopicOnceHoweverOftenItIsAsked() throws Exception {
        // Given
        Topics topics = new Topics(admin, (short) 1, InstantSource.system());
        topics.ensure(PATIENCE);

        // When
        topics.ensure(PATIENCE);

        // Then
        assertThat(admin.listTopics().names().get())
                .containsAll(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @Test
    void shouldRefuseALogThatTheBrokerMayShorten() throws Exception {
        // Given
        NewTopic unsafe = new NewTopic(Topic.SCHEMAS.topicName(), 1, (short) 1)
                .configs(Map.of("cleanup.policy", "compact,delete", "retention.ms", "60000"));
        admin.createTopics(List.of(unsafe)).all().get();
        Topics topics = new Topics(admin, (short) 1, InstantSource.system());

        // When / Then
        assertThatThrownBy(() -> topics.ensure(PATIENCE))
                .isInstanceOf(Topics.TopicUnsafeException.class)
                .hasMessageContaining("platen.schemas could lose schemas")
                .hasMessageContaining("cleanup.policy is 'compact,delete' and must be 'compact'")
                .hasMessageContaining("retention.ms is '60000' and must be '-1'");
    }

    @Test
    void shouldGiveUpOnBrokersThatAreNotThere() {
        // Given
        broker.close();
        Topics topics = new Topics(admin, (short) 1, InstantSource.system());

        // When / Then
        assertThatThrownBy(() -> topics.ensure(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("are the brokers reachable, and is security.protocol that of their port?");
    }

    @Test
    void shouldRefuseALogWithTooFewReplicas() throws Exception {
        // Given
        new Topics(admin, (short) 1, InstantSource.system()).ensure(PATIENCE);
        Topics demanding = new Topics(admin, (short) 3, InstantSource.system());

        // When / Then
        assertThatThrownBy(() -> demanding.ensure(PATIENCE))
                .isInstanceOf(Topics.TopicUnsafeException.class)
                .hasMessageContaining("a partition has 1 replicas and must have at least 3");
    }
}
