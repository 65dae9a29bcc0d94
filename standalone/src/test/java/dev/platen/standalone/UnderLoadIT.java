package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.contract.flow.FormSubmitted;
import dev.platen.contract.id.RequestId;
import dev.platen.contract.topic.Topic;
import dev.platen.standalone.cluster.Cluster;
import dev.platen.standalone.cluster.ClusterConfig;
import dev.platen.standalone.cluster.Member;
import dev.platen.standalone.cluster.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Home;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promises P6 and P7 under load: losing the caches shows nobody a wrong byte, and SIGTERM loses
 * nothing, whichever service it is sent to. {@code ./platen chaos} runs it.
 */
@Tag("chaos")
class UnderLoadIT {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration WARM = Duration.ofSeconds(60);
    private static final Duration DRAIN = Duration.ofSeconds(30);
    private static final int ROUNDS = Integer.getInteger("platen.rounds", 1);
    private static final int ANSWERS_BETWEEN = 100;
    private static final Pattern NUMBER = Pattern.compile("\"n\":\\s*(\\d+)");

    @TempDir
    private static Path directory;

    private static Cluster cluster;
    private static Client client;

    @BeforeAll
    static void start() {
        ClusterConfig config = new ClusterConfig(Ports.free(), directory, 2, Optional.empty());
        cluster = Cluster.start(Home.path(), config);
        cluster.awaitReady(START, _ -> {});
        client = new Client(config.port());
    }

    @AfterAll
    static void stop() {
        client.close();
        cluster.close();
    }

    @Test
    void shouldAnswerEveryRequestWhileWorkersAreReplaced() {
        // Given
        List<Member> workers = Stream.of("compiler", "render-1", "render-2")
                .map(cluster::member)
                .toList();
        try (Load load = new Load(client, 0)) {

            // When
            for (int round = 0; round < ROUNDS; round++) {
                workers.forEach(member -> replace(member, load));
            }

            // Then
            load.stop();
            assertThat(load.wrong()).isEmpty();
            assertThat(load.unanswered()).isZero();
            assertThat(submitted(load)).hasSameElementsAs(load.accepted()).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldAtWorstAskToTryAgainWhileCachesAreReplaced() {
        // Given
        List<Member> caches =
                Stream.of("cache-1", "cache-2").map(cluster::member).toList();
        try (Load load = new Load(client, 3_000_000)) {

            // When
            for (int round = 0; round < ROUNDS; round++) {
                caches.forEach(member -> replace(member, load));
            }

            // Then
            load.stop();
            assertThat(load.wrong()).allMatch(answer -> answer.contains(": 503 "));
            assertThat(load.unanswered()).isZero();
            assertThat(submitted(load)).hasSameElementsAs(load.accepted()).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldFinishWhatTheGatewayHasBegun() {
        // Given
        Member gateway = cluster.member("gateway");
        try (Load load = new Load(client, 1_000_000)) {

            // When
            for (int round = 0; round < ROUNDS; round++) {
                replace(gateway, load);
            }

            // Then
            load.stop();
            assertThat(load.wrong()).isEmpty();
            assertThat(submitted(load)).containsAll(load.accepted()).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldShowNoWrongByteWhenEveryCacheIsKilled() {
        // Given
        List<ProcessHandle> caches = List.of(
                cluster.member("cache-1").handle(), cluster.member("cache-2").handle());
        try (Load load = new Load(client, 2_000_000)) {
            awaitAnswers(load);

            // When
            caches.forEach(ProcessHandle::destroyForcibly);
            caches.forEach(cache -> cache.onExit().join());

            // Then
            cluster.awaitReady(START, _ -> {});
            await().atMost(WARM).until(() -> isServing(load));
            assertThat(load.wrong()).allMatch(answer -> answer.contains(": 503 "));
            assertThat(load.unanswered()).isZero();
        }
    }

    /** Whether many requests in a row are answered, and all of them right. */
    private static boolean isServing(Load load) {
        int wrong = load.wrong().size();
        awaitAnswers(load);
        return load.wrong().size() == wrong;
    }

    /** SIGTERM in the middle of the load, and on with it until the service is back. */
    private static void replace(Member member, Load load) {
        awaitAnswers(load);
        ProcessHandle old = member.handle();
        old.destroy();
        assertThat(old.onExit().completeOnTimeout(null, DRAIN.toSeconds(), TimeUnit.SECONDS))
                .as("the end of %s", member.name())
                .succeedsWithin(DRAIN)
                .isNotNull();
        cluster.awaitReady(START, _ -> {});
        awaitAnswers(load);
    }

    private static void awaitAnswers(Load load) {
        int before = load.answers();
        await().atMost(START).until(() -> load.answers() >= before + ANSWERS_BETWEEN);
    }

    /**
     * The numbers of the submissions in the log that the load has sent, one for each request: a record that is worked on
     * twice is recorded twice, under one request.
     */
    private static List<Integer> submitted(Load load) {
        KafkaClients clients =
                new KafkaClients("127.0.0.1:" + cluster.member("broker").port(), Map.of());
        Map<RequestId, Integer> numbers = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
            List<TopicPartition> partitions = reader.partitionsFor(Topic.FORMS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(Duration.ofMillis(200)).forEach(polled -> {
                    if (CloudEvents.decode(polled.headers(), polled.value())
                            instanceof CloudEvents.Decoded.Read(FormSubmitted form)) {
                        Matcher number = NUMBER.matcher(new String(form.data(), StandardCharsets.UTF_8));
                        assertThat(number.find()).isTrue();
                        numbers.put(form.request(), Integer.valueOf(number.group(1)));
                    }
                });
            }
        }
        return numbers.values().stream().filter(load::isOwn).toList();
    }
}
