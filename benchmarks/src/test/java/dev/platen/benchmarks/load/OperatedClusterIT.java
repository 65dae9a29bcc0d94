package dev.platen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.benchmarks.operated.OperatedCluster;
import dev.platen.operator.api.CacheCluster;
import dev.platen.operator.api.CacheClusterSpec;
import dev.platen.operator.api.LastDecision;
import dev.platen.operator.api.UiSchema;
import dev.platen.operator.api.UiSchemaSpec;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.testing.FakeCacheNodes;
import dev.platen.standalone.cluster.Member;
import dev.platen.testkit.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The operator as a process, with its role, and a cluster of processes that does as it says. The tests have an order, since the
 * last one asks what the operator has done in all of them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatedClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Sums SUMS = new Sums(48);

    @TempDir
    private static Path folder;

    private static OperatedCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = OperatedCluster.start(
                folder,
                new OperatedCluster.Workload(Duration.ofSeconds(1), Duration.ofMillis(10), Duration.ofMillis(50)));
        SUMS.store(cluster.port());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void shouldFollowALoadUpAndDownExplainEveryStepAndLoseNoRequest() throws Exception {
        try (Swell swell = new Swell(cluster.port())) {
            // Given
            cluster.createPool("""
                    "min": 1, "max": 3, "objective": {"latencyTargetMillis": 5000},
                    "behavior": {"scaleDown": {"stabilizationSeconds": 15}}
                    """);
            await().atMost(PATIENCE)
                    .until(() ->
                            cluster.status().map(WorkerPoolStatus::observed).isPresent());

            // When
            swell.rise();
            await().atMost(PATIENCE).until(() -> cluster.readyPods() == 3);
            await().atMost(PATIENCE).untilAsserted(OperatedClusterIT::assertPoolsAsTheStatusSays);
            swell.fall();
            await().atMost(PATIENCE).until(() -> cluster.renderers().size() == 1 && cluster.readyPods() == 1);

            // Then
            Round all = swell.end();
            assertThat(all.count()).isPositive();
            assertThat(all.failures()).isZero();
            assertThat(all.refusals()).isZero();
            assertExplained(cluster.steps());
        }
    }

    private static void assertPoolsAsTheStatusSays() {
        WorkerPoolStatus.Pools pools =
                Objects.requireNonNull(cluster.status().orElseThrow().pools());
        for (Member member : cluster.renderers()) {
            try (Client renderer = new Client(member.port())) {
                assertThat(Client.text(renderer.get("/q/metrics")))
                        .contains("platen_worker_threads{tier=\"render\"} %d.0".formatted(pools.workers()))
                        .contains("platen_worker_in_flight_limit{tier=\"render\"} %d.0".formatted(pools.inFlight()));
            }
        }
    }

    /** From one renderer over three and back to one, each step from where the one before led. */
    private static void assertExplained(List<LastDecision> steps) {
        List<Integer> sizes = new ArrayList<>(List.of(1));
        for (LastDecision step : steps) {
            assertThat(step.from()).isEqualTo(sizes.getLast());
            sizes.add(step.to());
            String to = step.to() > step.from() ? "%d replicas" : "%d replica";
            assertThat(step.explanation()).contains(to.formatted(step.to()));
        }
        assertThat(sizes).contains(3).endsWith(1);
    }

    @Test
    @Order(2)
    void shouldStoreADocumentThatIsAResource() {
        // Given
        UiSchema schema = new UiSchema();
        schema.getMetadata().setName("from-a-resource");
        schema.getMetadata().setNamespace(OperatedCluster.NAMESPACE);
        schema.setSpec(new UiSchemaSpec(null, "{\"title\": \"From a resource\"}", UiSchemaSpec.DeletionPolicy.DELETE));

        // When
        cluster.client().resource(schema).create();

        // Then
        try (Client client = new Client(cluster.port())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Client.text(client.get("/v1/schemas/from-a-resource/render")))
                            .contains("From a resource"));
            cluster.client().resource(schema).delete();
            await().atMost(PATIENCE)
                    .until(() ->
                            client.get("/v1/schemas/from-a-resource/render").statusCode() == 404);
        }
    }

    @Test
    @Order(3)
    void shouldMakeUseOfEveryRightOfItsRole() throws IOException {
        // Given
        try (FakeCacheNodes nodes = new FakeCacheNodes(cluster.client(), 2)) {
            CacheCluster grown = new CacheCluster();
            grown.getMetadata().setName("cache");
            grown.getMetadata().setNamespace(OperatedCluster.NAMESPACE);
            grown.setSpec(new CacheClusterSpec(
                    FakeCacheNodes.NAME,
                    3,
                    2,
                    new CacheClusterSpec.Memory(null, null, "96M", null),
                    nodes.scrapePort()));

            // When
            cluster.client().resource(grown).create();

            // Then
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                nodes.control("two");
                assertThat(cluster.unusedRights()).isEmpty();
            });
        }
    }

    /** A few requests a second, or as many as can be answered, in rounds without a pause. */
    private static final class Swell implements AutoCloseable {
        private static final Duration ROUND = Duration.ofMillis(500);
        private static final int CONNECTIONS = 32;
        private static final double FEW = 4;

        private final Round all = new Round();
        private final CompletableFuture<Void> rounds;
        private volatile boolean isHigh;
        private volatile boolean isOver;

        Swell(int port) {
            rounds = CompletableFuture.runAsync(
                    () -> run(port), task -> Thread.ofPlatform().start(task));
        }

        private void run(int port) {
            try (HttpLoad load = new HttpLoad(port, CONNECTIONS, SUMS.pages())) {
                while (!isOver) {
                    all.add(isHigh ? load.run(ROUND) : load.run(FEW, ROUND));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        void rise() {
            isHigh = true;
        }

        void fall() {
            isHigh = false;
        }

        Round end() {
            close();
            return all;
        }

        @Override
        public void close() {
            isOver = true;
            rounds.join();
        }
    }
}
