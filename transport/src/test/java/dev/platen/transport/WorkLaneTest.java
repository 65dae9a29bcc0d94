package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Broker;
import dev.platen.broker.BrokerConfig;
import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.WorkerTier;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.RequestId;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.topic.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkLaneTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CHANGES = 8;
    private static final Digest DIGEST = Digest.of(new byte[0]);

    @TempDir
    private static Path directory;

    private static Broker broker;
    private static KafkaClients clients;
    private static Publisher publisher;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final WorkPool pool = new WorkPool("test", 1);

    @BeforeAll
    static void start() {
        broker = Broker.start(new BrokerConfig(directory, 0));
        clients = new KafkaClients(broker.bootstrapServers(), Map.of());
        try (Admin admin = clients.admin()) {
            new Topics(admin, (short) 1, InstantSource.system()).ensure(SOON);
        }
        publisher = new Publisher(clients, "/platen/test");
    }

    @AfterAll
    static void stop() {
        publisher.close();
        broker.close();
    }

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void shouldPutBrokenRecordsAsideAndGoOn() {
        // Given
        List<Work> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            work.add(page("good-" + i, Instant.now().plusSeconds(60)));
        }
        sendGarbage();
        publisher.send(page("breaks", Instant.now().plusSeconds(60))).join();
        work.forEach(item -> publisher.send(item).join());

        // When
        try (WorkLane lane = lane(this::breakOrRecord, 2, 16)) {
            lane.start();

            // Then
            await().atMost(SOON).until(() -> done.size() == 20);
        }
        assertThat(deadLetters())
                .extracting(letter -> header(letter, "platen_reason"))
                .anyMatch(reason -> reason.equals("attribute ce_type is missing"))
                .anyMatch(reason -> reason.contains("this one breaks its worker"));
        assertThat(refused).containsExactly("breaks");
    }

    @Test
    void shouldDoNothingTwiceThoughWorkersChangePlacesAllTheTime() {
        // Given
        AtomicInteger sent = new AtomicInteger();
        AtomicBoolean isSending = new AtomicBoolean(true);
        Thread sender = Thread.ofVirtual().start(() -> {
            while (isSending.get()) {
                Instant deadline = Instant.now().plusSeconds(60);
                publisher
                        .send(page("moved-" + sent.getAndIncrement(), deadline))
                        .join();
            }
        });
        Deque<WorkLane> lanes = new ArrayDeque<>();

        // When
        for (int change = 0; change < CHANGES; change++) {
            WorkLane joining = lane(this::breakOrRecord, 2, 16);
            joining.start();
            lanes.add(joining);
            int before = done.size();
            await().atMost(SOON).until(() -> done.size() > before + 100);
            if (lanes.size() > 2) {
                lanes.remove().close();
            }
        }
        isSending.set(false);
        await().atMost(SOON).until(() -> !sender.isAlive() && done.size() >= sent.get());
        lanes.forEach(WorkLane::close);

        // Then
        assertThat(done).hasSize(sent.get()).doesNotHaveDuplicates();
    }

    @Test
    void shouldWorkOnDeadLettersThatAreReplayed() {
        // Given
        publisher.send(page("replayed", Instant.now().plusSeconds(60))).join();
        List<DeadLetter> letters = new ArrayList<>();
        DeadLetters all = new DeadLetters(clients, InstantSource.offset(InstantSource.system(), Duration.ofHours(1)));
        try (WorkLane lane = lane(WorkLaneTest::breakAlways, 1, 16)) {
            lane.start();
            await().atMost(SOON).until(() -> {
                letters.clear();
                all.each(letters::add);
                return letters.stream().anyMatch(letter -> letter.request().equals("replayed"));
            });
        }

        // When
        int sent = all.replay(letter -> letter.request().equals("replayed"), _ -> {});

        // Then
        assertThat(sent).isOne();
        assertThat(letters)
                .filteredOn(letter -> letter.request().equals("replayed"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.topic()).isEqualTo(Topic.RENDER.topicName());
                    assertThat(letter.attempts()).isPositive();
                });
        try (WorkLane lane = lane(this::breakOrRecord, 1, 16)) {
            lane.start();
            await().atMost(SOON).until(() -> done.contains("replayed"));
        }
    }

    @Test
    void shouldDropWorkWhoseDeadlineHasPassed() {
        // Given
        publisher.send(page("late", Instant.now().minusSeconds(1))).join();
        publisher.send(page("in-time", Instant.now().plusSeconds(60))).join();

        // When
        try (WorkLane lane = lane(this::breakOrRecord, 1, 16)) {
            lane.start();
            await().atMost(SOON).until(() -> done.contains("in-time"));
        }

        // Then
        assertThat(done).doesNotContain("late");
        assertThat(registry.counter("platen.worker.late", "tier", "render").count())
                .isEqualTo(1);
    }

    @Test
    void shouldPauseAtTheLimitAndLoseNothing() {
        // Given
        CountDownLatch gate = new CountDownLatch(1);
        for (int i = 0; i < 200; i++) {
            var _ = publisher.send(page("slow-" + i, Instant.now().plusSeconds(60)));
        }

        // When
        try (WorkLane lane = lane(item -> awaitAndRecord(gate, item), 2, 4)) {
            lane.start();
            await().atMost(SOON)
                    .until(() -> registry.counter("platen.worker.pauses", "tier", "render")
                                    .count()
                            > 0);
            double inFlight = registry.get("platen.worker.in.flight").gauge().value();
            gate.countDown();

            // Then
            assertThat(inFlight).isLessThanOrEqualTo(4 + 32.0);
            await().atMost(SOON).until(() -> done.size() == 200);
        }
    }

    @Test
    void shouldTellWhichRequestBrokeItsWorkerAndNothingOfItsData() {
        // Given
        try (Scope _ =
                CurrentRequest.in(Context.root(), new RequestId("of-a-client")).makeCurrent()) {
            publisher.send(page("breaks", Instant.now().plusSeconds(60))).join();
        }

        // When
        List<String> lines;
        try (CapturedLines captured = new CapturedLines(RecordWork.class);
                WorkLane lane = lane(this::breakOrRecord, 1, 4)) {
            lane.start();
            await().atMost(SOON).until(() -> refused.contains("breaks"));
            lines = captured.lines();
        }

        // Then
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("\"request\":\"of-a-client\"", "\"error\":\"java.lang.IllegalStateException\"")
                .doesNotContain("this one breaks its worker");
    }

    private WorkLane lane(Consumer<Work> work, int workers, int inFlight) {
        WorkerMetrics metrics = new WorkerMetrics(registry, WorkerTier.RENDER);
        pool.resize(workers);
        Worker worker = new TestWorker(work, refused);
        Intake intake = new Intake(WorkerTier.RENDER, pool, WorkPool.Rank.INTERACTIVE, inFlight);
        return new WorkLane(clients, intake, worker, AbsentCache.claims(), publisher, metrics, Tracing.OFF);
    }

    private record TestWorker(Consumer<Work> doing, Queue<String> refused) implements Worker {
        @Override
        public void work(Work work) {
            doing.accept(work);
        }

        @Override
        public void refuse(Envelope envelope, Problem problem) {
            refused.add(envelope.request().value());
        }
    }

    private static void breakAlways(Work work) {
        throw new IllegalStateException(
                "%s breaks every worker".formatted(work.envelope().request()));
    }

    private void breakOrRecord(Work work) {
        String request = work.envelope().request().value();
        if (request.equals("breaks")) {
            throw new IllegalStateException("this one breaks its worker");
        }
        done.add(request);
    }

    private void awaitAndRecord(CountDownLatch gate, Work work) {
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        done.add(work.envelope().request().value());
    }

    private static Work page(String request, Instant deadline) {
        SchemaHead head =
                new SchemaHead(new SchemaName("s"), DIGEST, Digest.of(request.getBytes(StandardCharsets.UTF_8)));
        Envelope envelope = new Envelope(new RequestId(request), TenantId.DEFAULT, deadline, 0);
        return new Work.RenderPage(
                envelope, head, DIGEST, Presentation.DEFAULT, Excerpt.NONE, new byte[0], new byte[0], 0);
    }

    private static void sendGarbage() {
        try (KafkaProducer<byte[], byte[]> producer = clients.safeProducer()) {
            var _ = producer.send(new ProducerRecord<>(Topic.RENDER.topicName(), new byte[] {1}, new byte[] {2}));
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        TopicPartition partition = new TopicPartition(Topic.DEAD_LETTERS.topicName(), 0);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            await().atMost(SOON).until(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(found::add);
                return found.size() >= 2;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
