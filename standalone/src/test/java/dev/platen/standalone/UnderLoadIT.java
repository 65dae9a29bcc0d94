package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.standalone.cluster.Member;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    private static final Duration WARM = Duration.ofSeconds(60);
    private static final Duration THAWED = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofSeconds(30);
    private static final int ROUNDS = Integer.getInteger("platen.rounds", 1);

    @TempDir
    private static Path directory;

    private static RunningCluster running;

    @BeforeAll
    static void start() {
        running = RunningCluster.start(directory);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void shouldAnswerEveryRequestWhileWorkersAreReplaced() {
        // Given
        List<Member> workers = Stream.of("compiler", "render-1", "render-2")
                .map(running::member)
                .toList();
        try (Load load = new Load(running.client(), 0)) {

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
                Stream.of("cache-1", "cache-2").map(running::member).toList();
        try (Load load = new Load(running.client(), 3_000_000)) {

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
        Member gateway = running.member("gateway");
        try (Load load = new Load(running.client(), 1_000_000)) {

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
        try (Load load = new Load(running.client(), 2_000_000)) {
            load.awaitAnswers();

            // When
            running.kill("cache-1", "cache-2");

            // Then
            running.awaitReady();
            await().atMost(WARM).until(() -> isServing(load));
            assertThat(load.wrong()).allMatch(answer -> answer.contains(": 503 "));
            assertThat(load.unanswered()).isZero();
        }
    }

    @Test
    void shouldServeWhatIsCachedWhileTheBrokerIsFrozen() {
        // Given
        byte[] document = "{\"title\": \"Frozen\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(running.client().put("/v1/schemas/frozen", document).statusCode())
                .isEqualTo(201);
        byte[] page = running.client().get("/v1/schemas/frozen/render").body();
        running.freeze("broker");
        int write;
        List<HttpResponse<byte[]>> reads;

        // When
        try {
            write = running.client().put("/v1/schemas/thawed", document).statusCode();
            reads = Stream.generate(() -> running.client().get("/v1/schemas/frozen/render"))
                    .limit(100)
                    .toList();
        } finally {
            running.thaw("broker");
        }

        // Then
        assertThat(write).isIn(503, 504);
        assertThat(reads).allSatisfy(read -> assertThat(read.body()).isEqualTo(page));
        await().atMost(THAWED)
                .until(() ->
                        running.client().put("/v1/schemas/thawed", document).statusCode() < 300);
    }

    /** Whether many requests in a row are answered, and all of them right. */
    private static boolean isServing(Load load) {
        int wrong = load.wrong().size();
        load.awaitAnswers();
        return load.wrong().size() == wrong;
    }

    /** SIGTERM in the middle of the load, and on with it until the service is back. */
    private static void replace(Member member, Load load) {
        load.awaitAnswers();
        ProcessHandle old = member.handle();
        old.destroy();
        assertThat(old.onExit().completeOnTimeout(null, DRAIN.toSeconds(), TimeUnit.SECONDS))
                .as("the end of %s", member.name())
                .succeedsWithin(DRAIN)
                .isNotNull();
        running.awaitReady();
        load.awaitAnswers();
    }

    /** The numbers of the submissions in the log that the load has sent. */
    private static List<Integer> submitted(Load load) {
        return Submissions.numbers(running.kafka()).stream().filter(load::isOwn).toList();
    }
}
