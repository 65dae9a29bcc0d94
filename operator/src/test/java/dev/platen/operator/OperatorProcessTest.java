package dev.platen.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.contract.flow.WorkerTier;
import dev.platen.contract.topic.Topic;
import dev.platen.helm.dashboard.Dashboard;
import dev.platen.helm.live.Drawn;
import dev.platen.helm.live.Prometheus;
import dev.platen.operator.api.CacheCluster;
import dev.platen.operator.api.CacheClusterSpec;
import dev.platen.operator.api.UiSchema;
import dev.platen.operator.api.UiSchemaSpec;
import dev.platen.operator.api.UiSchemaStatus;
import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolSpec;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.testing.FakeCacheNodes;
import dev.platen.operator.testing.FakeWorkers;
import dev.platen.testkit.Document;
import dev.platen.testkit.Metrics;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.KafkaConfig;
import dev.platen.transport.Topics;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole operator: the process, its watch, a real broker, server-side apply. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OperatorProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    KubernetesClient operators;

    @Inject
    KafkaClients kafka;

    @Inject
    KafkaConfig config;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // the test extension sets it
    URI process;

    private KubernetesClient client;
    private FakeWorkers workers;

    @BeforeEach
    void start() throws IOException {
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(operators.getMasterUrl().toString())
                        .build())
                .build();
        workers = new FakeWorkers(client);
        try (Admin admin = kafka.admin()) {
            new Topics(admin, (short) 1, InstantSource.system()).ensure(PATIENCE);
        }
    }

    @AfterEach
    void stop() {
        pool().delete();
        client.apps().deployments().inNamespace(FakeWorkers.NAMESPACE).delete();
        client.pods().inNamespace(FakeWorkers.NAMESPACE).delete();
        workers.close();
        client.close();
    }

    @Test
    void shouldBeReadyOnceItWatches() throws Exception {
        // Given
        String check = "q/health/ready";

        // When
        String answer = get(check);

        // Then
        assertThat(answer).contains("worker pools are watched").contains("\"status\": \"UP\"");
    }

    @Test
    void shouldScaleForRealRecordsThatWaitAndTellTheWorkersTheirSizes(@TempDir Path folder) throws Exception {
        // Given
        Optional<Prometheus> prometheus = Prometheus.start(folder, Map.of("operator", List.of(process.getPort())));
        workers.run(Duration.ofSeconds(10), 100, true);
        workers.deploy(1);
        recordsWait(15_000);

        // When
        createPool("");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(workers.replicas()).isEqualTo(3));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(status().desiredReplicas()).isEqualTo(3);
            assertThat(Objects.requireNonNull(status().observed()).lag()).isEqualTo(15_000);
            assertThat(Objects.requireNonNull(status().pools()).workers()).isEqualTo(2);
        });
        assertThat(newestSettings()).isEqualTo(new PoolSettings("render", 2, 22));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events()).anySatisfy(event -> assertThat(event)
                .startsWith("WorkerPool render: New size: 3, old size: 1; reason: ")));
        prometheus.ifPresent(OperatorProcessTest::assertData);
        prometheus.ifPresent(Prometheus::close);
    }

    /** What only changes show, and what only arriving records show, is left out: here there are neither for long. */
    private static void assertData(Prometheus prometheus) {
        try {
            List<Dashboard> dashboards = Drawn.dashboards();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .untilAsserted(() -> assertThat(dashboards)
                            .flatExtracting(Dashboard::expressions)
                            .filteredOn(expression -> expression.contains("platen_operator_"))
                            .filteredOn(expression -> !expression.endsWith("> 0"))
                            .filteredOn(expression -> !expression.contains("_lag_seconds"))
                            .filteredOn(expression -> prometheus.history(expression).stream()
                                    .allMatch(series -> series.points().isEmpty()))
                            .isEmpty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void shouldChangeTheCacheNodesWithTheRightsOfItsRole() throws Exception {
        // Given
        try (FakeCacheNodes nodes = new FakeCacheNodes(client, 2)) {
            CacheCluster cluster = new CacheCluster();
            cluster.getMetadata().setName("cache");
            cluster.getMetadata().setNamespace(FakeWorkers.NAMESPACE);
            cluster.setSpec(new CacheClusterSpec(
                    FakeCacheNodes.NAME,
                    3,
                    2,
                    new CacheClusterSpec.Memory(null, null, "96M", null),
                    nodes.scrapePort()));

            // When
            client.resource(cluster).create();

            // Then
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                nodes.control("two");
                assertThat(nodes.current().getSpec().getReplicas()).isEqualTo(3);
                assertThat(nodes.revision(0)).isEqualTo("two");
            });
            client.resource(cluster).delete();
        }
    }

    @Test
    void shouldTellThatDocumentsNeedAGateway() {
        // Given
        UiSchema schema = new UiSchema();
        schema.getMetadata().setName("sign-up");
        schema.getMetadata().setNamespace(FakeWorkers.NAMESPACE);
        schema.setSpec(new UiSchemaSpec(null, "{}", UiSchemaSpec.DeletionPolicy.RETAIN));

        // When
        client.resource(schema).create();

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            UiSchemaStatus status =
                    Objects.requireNonNull(client.resource(schema).get().getStatus());
            assertThat(status.conditions().getFirst().getReason()).isEqualTo("NoGateway");
        });
        client.resource(schema).delete();
    }

    @Test
    void shouldBeRefusedWhatItsRoleDoesNotName() {
        // Given
        var pods = operators.pods().inNamespace(FakeWorkers.NAMESPACE);

        // When
        Throwable failure = catchThrowable(pods::delete);

        // Then
        assertThat(failure).hasMessageContaining("pods in API group ''");
    }

    private List<String> events() {
        return client.v1().events().inNamespace(FakeWorkers.NAMESPACE).list().getItems().stream()
                .map(event -> "%s %s: %s"
                        .formatted(
                                event.getInvolvedObject().getKind(),
                                event.getInvolvedObject().getName(),
                                event.getMessage()))
                .toList();
    }

    @Test
    void shouldFollowAPinAndShowItsMetricsUntilThePoolIsGone() throws Exception {
        // Given
        workers.deploy(1);
        createPool("\"replicas\": 4");
        String series = "platen_operator_desired_replicas{namespace=\"platen\",pool=\"render\"} 4.0";

        // When
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(workers.replicas()).isEqualTo(4);
            assertThat(get("q/metrics")).contains(series);
        });
        String table = Metrics.of(List.of(get("q/metrics"))).table("platen_operator_");
        pool().delete();

        // Then
        assertThat(Document.part("docs/metrics.md", "operator", table)).isEqualTo(table);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("q/metrics")).doesNotContain("platen_operator_desired_replicas{"));
    }

    /**
     * Puts records on the topic and says where the group stands: at the beginning. Sent by a client with Kafka's own
     * patience of two minutes: the services' clients give up sooner than a slow disk creates all the partitions.
     */
    private void recordsWait(int count) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
        List<Future<RecordMetadata>> records = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", config.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                Admin admin = kafka.admin()) {
            for (int record = 0; record < count; record++) {
                int partition = record % Topic.RENDER.partitions();
                records.add(
                        producer.send(new ProducerRecord<>(Topic.RENDER.topicName(), partition, null, new byte[] {1})));
                beginning.put(new TopicPartition(Topic.RENDER.topicName(), partition), new OffsetAndMetadata(0));
            }
            for (Future<RecordMetadata> sent : records) {
                sent.get();
            }
            admin.alterConsumerGroupOffsets(WorkerTier.RENDER.group(), beginning)
                    .all()
                    .get();
        }
    }

    private PoolSettings newestSettings() {
        List<PoolSettings> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = kafka.reader()) {
            TopicPartition settings = new TopicPartition(Topic.SETTINGS.topicName(), 0);
            reader.assign(List.of(settings));
            reader.seekToBeginning(List.of(settings));
            await().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(record -> found.add(settings(record)));
                return !found.isEmpty();
            });
        }
        return found.getLast();
    }

    private static PoolSettings settings(ConsumerRecord<byte[], byte[]> record) {
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("render");
        return switch (CloudEvents.decode(record.headers(), record.value())) {
            case CloudEvents.Decoded.Read read -> (PoolSettings) read.message();
            case CloudEvents.Decoded.Unreadable unreadable -> throw new AssertionError(unreadable.reason());
        };
    }

    private void createPool(String fields) {
        String json = """
                {"target": {"kind": "Deployment", "name": "%s"}, "tier": "render", "scrapePort": %d%s}
                """.formatted(FakeWorkers.NAME, workers.scrapePort(), fields.isEmpty() ? "" : ", " + fields);
        WorkerPool created = new WorkerPool();
        created.getMetadata().setName("render");
        created.getMetadata().setNamespace(FakeWorkers.NAMESPACE);
        created.setSpec(new KubernetesSerialization().unmarshal(json, WorkerPoolSpec.class));
        client.resource(created).create();
    }

    private Resource<WorkerPool> pool() {
        return client.resources(WorkerPool.class)
                .inNamespace(FakeWorkers.NAMESPACE)
                .withName("render");
    }

    private WorkerPoolStatus status() {
        return Objects.requireNonNull(pool().get().getStatus());
    }

    private String get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(process.resolve(path)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
