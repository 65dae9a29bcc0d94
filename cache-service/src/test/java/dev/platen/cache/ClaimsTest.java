package dev.platen.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Broker;
import dev.platen.broker.BrokerConfig;
import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Precondition;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.flow.WorkerTier;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.RequestId;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheName;
import dev.platen.transport.Claims;
import dev.platen.transport.Intake;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.Publisher;
import dev.platen.transport.Topics;
import dev.platen.transport.Tracing;
import dev.platen.transport.WorkLane;
import dev.platen.transport.WorkPool;
import dev.platen.transport.Worker;
import dev.platen.transport.WorkerMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Long bodies on their way through a real cache, beside records on a real broker. */
@Timeout(120)
class ClaimsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONG = 1 << 20;
    private static final int RECORD = 4_096;

    @TempDir
    private static Path directory;

    private static Broker broker;
    private static KafkaClients clients;
    private static CacheNode node;
    private static Remote remote;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<String, byte[]> arrived = new ConcurrentHashMap<>();
    private final Map<String, ProblemCode> refused = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        broker = Broker.start(new BrokerConfig(directory.resolve("broker"), 0));
        clients = new KafkaClients(broker.bootstrapServers(), Map.of());
        try (Admin admin = clients.admin()) {
            new Topics(admin, (short) 1, InstantSource.system()).ensure(PATIENCE);
        }
        node = CacheNode.start(Configs.anyPort(Map.of()));
        node.open();
        remote = Remote.of(node.port());
    }

    @AfterAll
    static void stop() {
        remote.close();
        node.close();
        broker.close();
    }

    @Test
    void shouldCarryALongBodyThroughTheCache() {
        // Given
        byte[] body = body(1);

        // When
        send(node.port(), "long", body);
        work();

        // Then
        assertThat(arrived.get("long")).isEqualTo(body);
        assertThat(largestRecord()).isLessThan(RECORD);
    }

    @Test
    void shouldCarryALongBodyInItsRecordWhereTheCacheIsAway() {
        // Given
        byte[] body = body(2);

        // When
        send(1, "inline", body);
        work();

        // Then
        assertThat(arrived.get("inline")).isEqualTo(body);
    }

    @Test
    void shouldSayThatABodyWasLost() {
        // Given
        byte[] body = body(3);
        send(node.port(), "lost", body);

        // When
        remote.cache(CacheName.DATA).remove(Remote.bytes(key(body)));
        work();

        // Then
        assertThat(refused).containsEntry("lost", ProblemCode.UNAVAILABLE);
        assertThat(arrived).doesNotContainKey("lost");
    }

    @Test
    void shouldNeverTakeOtherBytesForABody() {
        // Given
        byte[] body = body(4);
        send(node.port(), "forged", body);

        // When
        remote.put(CacheName.DATA, key(body), body(5));
        work();

        // Then
        assertThat(refused).containsEntry("forged", ProblemCode.UNAVAILABLE);
        assertThat(arrived).doesNotContainKey("forged");
    }

    private static byte[] body(long seed) {
        byte[] body = new byte[LONG];
        new Random(seed).nextBytes(body);
        return body;
    }

    private static String key(byte[] body) {
        return TenantId.DEFAULT.value() + "/" + Digest.of(body).hex();
    }

    private void send(int cachePort, String request, byte[] body) {
        Envelope envelope = new Envelope(
                new RequestId(request), TenantId.DEFAULT, Instant.now().plusSeconds(60), 0);
        try (CacheClient cache = new CacheClient(Configs.client(cachePort), registry);
                Publisher publisher = new Publisher(clients, "/platen/test", new Claims(cache, registry))) {
            if (cachePort == node.port()) {
                assertThat(cache.find(CacheName.DATA, "connected")).succeedsWithin(PATIENCE);
            }
            publisher
                    .send(new StoreSchema(envelope, new SchemaName("s"), Precondition.NONE, body))
                    .join();
        }
    }

    /** Until one request has arrived or was refused. */
    private void work() {
        try (CacheClient cache = new CacheClient(Configs.client(node.port()), registry);
                Publisher publisher = new Publisher(clients, "/platen/test");
                WorkPool pool = new WorkPool("test", 1);
                WorkLane lane = new WorkLane(
                        clients,
                        new Intake(WorkerTier.COMPILE, pool, WorkPool.Rank.INTERACTIVE, 4),
                        new Recorder(),
                        new Claims(cache, registry),
                        publisher,
                        new WorkerMetrics(registry, WorkerTier.COMPILE),
                        Tracing.OFF)) {
            lane.start();
            await().atMost(PATIENCE).until(() -> arrived.size() + refused.size() == 1);
        }
    }

    private static int largestRecord() {
        try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
            List<TopicPartition> partitions = new ArrayList<>();
            reader.partitionsFor(Topic.COMPILE.topicName())
                    .forEach(partition -> partitions.add(new TopicPartition(partition.topic(), partition.partition())));
            reader.assign(partitions);
            reader.seekToEnd(partitions);
            partitions.forEach(partition -> reader.seek(partition, Math.max(0, reader.position(partition) - 1)));
            List<Integer> sizes = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(polled -> sizes.add(polled.serializedValueSize()));
                return !sizes.isEmpty();
            });
            return sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }
    }

    private final class Recorder implements Worker {
        @Override
        public void work(Work work) {
            if (work instanceof StoreSchema store) {
                arrived.put(store.envelope().request().value(), store.document());
            }
        }

        @Override
        public void refuse(Envelope envelope, Problem problem) {
            refused.put(envelope.request().value(), problem.code());
        }
    }
}
