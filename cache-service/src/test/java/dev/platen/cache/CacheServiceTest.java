package dev.platen.cache;

import static dev.platen.cache.LogOfSchemas.head;
import static dev.platen.cache.LogOfSchemas.key;
import static dev.platen.cache.LogOfSchemas.source;
import static dev.platen.cache.Remote.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Broker;
import dev.platen.broker.BrokerConfig;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.CacheName;
import dev.platen.transport.Drain;
import dev.platen.transport.HeadEntry;
import dev.platen.transport.HeadValue;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.Topics.TopicUnsafeException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CacheServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SCHEMAS = 200;

    @TempDir
    private Path directory;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Broker broker;

    @BeforeEach
    void startBroker() {
        broker = Broker.start(new BrokerConfig(directory, 0));
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldServeAllOfTheLogAsSoonAsItIsReady() throws Exception {
        // Given
        try (LogOfSchemas log = LogOfSchemas.open(broker.bootstrapServers())) {
            fill(log);
        }

        // When
        try (Running service = start(Map.of())) {
            service.awaitReady();

            // Then
            try (Remote remote = Remote.of(service.port())) {
                assertThat(missing(remote)).isZero();
                assertThat(remote.get(CacheName.SCHEMAS, key(source("schema-7", "{}"))))
                        .isEqualTo(bytes("{}"));
            }
            assertThat(counted("applied")).isEqualTo(2 * SCHEMAS);
        }
    }

    @Test
    void shouldFollowTheLog() throws Exception {
        // Given
        try (LogOfSchemas log = LogOfSchemas.open(broker.bootstrapServers());
                Running service = start(Map.of())) {
            service.awaitReady();
            HeadMoved newer = head("person", "{\"type\":\"object\"}");

            // When
            log.append(head("person", "{}"));
            long revision = log.append(newer);

            // Then
            try (Remote remote = Remote.of(service.port())) {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                Optional.ofNullable(remote.get(CacheName.SCHEMAS, "default/person"))
                                        .flatMap(value -> HeadEntry.decode(newer.name(), value)))
                        .contains(HeadValue.stored(newer.head(), revision, newer.facts())));
            }
        }
    }

    @Test
    void shouldPassHostileRecordsByAndCountThem() throws Exception {
        // Given
        try (LogOfSchemas log = LogOfSchemas.open(broker.bootstrapServers())) {
            log.append("default/person", List.of(), bytes("no event"));
            log.append("default/person", List.of(), null);
            log.append("default/another", head("person", "{}"));
            log.append(head("honest", "{}"));
        }

        // When
        try (Running service = start(Map.of())) {
            service.awaitReady();

            // Then
            assertThat(counted("ignored")).isEqualTo(3);
            try (Remote remote = Remote.of(service.port())) {
                assertThat(remote.get(CacheName.SCHEMAS, "default/person")).isNull();
                assertThat(remote.get(CacheName.SCHEMAS, "default/honest")).isNotNull();
            }
        }
    }

    @Test
    void shouldLetNobodyInBeforeTheLogCanBeRead() throws Exception {
        // Given
        String bootstrapServers = broker.bootstrapServers();
        try (LogOfSchemas log = LogOfSchemas.open(bootstrapServers)) {
            log.append(head("person", "{}"));
        }
        broker.close();
        try (CacheNode node = CacheNode.start(Configs.anyPort(Map.of()));
                Materialiser materialiser = new Materialiser(
                        new KafkaClients(bootstrapServers, Map.of()),
                        node,
                        new SchemaEntries(node.cache(CacheName.SCHEMAS)),
                        new CacheMetrics(registry),
                        node::open)) {
            // When
            materialiser.start();

            // Then
            assertThat(node.isOpen()).isFalse();
            int port = Integer.parseInt(bootstrapServers.split(":", -1)[1]);
            broker = Broker.start(new BrokerConfig(directory, port));
            await().atMost(PATIENCE).until(node::isOpen);
            assertThat(node.cache(CacheName.SCHEMAS)).hasSize(1);
            assertThat(materialiser.isAlive()).isTrue();
        }
    }

    @Test
    void shouldPutBackWhatWentWithANode() throws Exception {
        // Given
        try (LogOfSchemas log = LogOfSchemas.open(broker.bootstrapServers())) {
            fill(log);
        }
        int[] ports = CacheClusterTest.freePorts();
        Map<String, String> single = Map.of(
                "platen.cache.peers", CacheClusterTest.peers(ports),
                "platen.cache.peer-port", Integer.toString(ports[0]),
                "platen.cache.owners", "1");
        Map<String, String> other = new HashMap<>(single);
        other.put("platen.cache.peer-port", Integer.toString(ports[1]));
        CacheNode leaving = CacheNode.start(Configs.anyPort(other));
        try (Running service = start(single)) {
            service.awaitReady();
            try (Remote remote = Remote.of(service.port())) {
                assertThat(leaving.members()).isEqualTo(2);
                assertThat(missing(remote)).isZero();

                // When
                leaving.close();

                // Then
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(missing(remote)).isZero());
                assertThat(counted("applied")).isGreaterThan(2 * SCHEMAS);
            }
        } finally {
            leaving.close();
        }
    }

    @Test
    void shouldRefuseALogThatCouldLoseASchema() throws Exception {
        // Given
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topic.SCHEMAS.topicName(), 1, (short) 1)
                            .configs(Map.of("cleanup.policy", "delete"))))
                    .all()
                    .get();
        }

        CacheService service = new CacheService(
                Configs.anyPort(Map.of()), Configs.kafka(broker.bootstrapServers()), registry, new Drain());

        // When / Then
        assertThatExceptionOfType(TopicUnsafeException.class)
                .isThrownBy(() -> service.start(new StartupEvent()))
                .withMessageContaining("cleanup.policy");
        assertThat(service.isReady()).isFalse();
        assertThat(service.isAlive()).isFalse();
    }

    private Running start(Map<String, String> properties) {
        CacheService service = new CacheService(
                Configs.anyPort(properties), Configs.kafka(broker.bootstrapServers()), registry, new Drain());
        Running running = new Running(service);
        try {
            assertThat(service.isReady()).isFalse();
            service.start(new StartupEvent());
            return running;
        } catch (Throwable e) {
            running.close();
            throw e;
        }
    }

    private double counted(String outcome) {
        return registry.get("platen.cache.log.records")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static void fill(LogOfSchemas log) throws Exception {
        for (int i = 0; i < SCHEMAS; i++) {
            log.append(source("schema-" + i, "{}"));
            log.append(head("schema-" + i, "{}"));
        }
    }

    private static int missing(Remote remote) {
        int missing = 0;
        for (int i = 0; i < SCHEMAS; i++) {
            if (remote.get(CacheName.SCHEMAS, "default/schema-" + i) == null) {
                missing++;
            }
        }
        return missing;
    }

    private record Running(CacheService service) implements AutoCloseable {
        void awaitReady() {
            await().atMost(PATIENCE).until(service::isReady);
        }

        int port() {
            return service.port();
        }

        @Override
        public void close() {
            service.stop();
        }
    }
}
