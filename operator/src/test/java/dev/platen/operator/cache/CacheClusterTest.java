package dev.platen.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.platen.operator.api.CacheCluster;
import dev.platen.operator.api.CacheClusterSpec;
import dev.platen.operator.api.CacheClusterStatus;
import dev.platen.operator.observe.PodMetrics;
import dev.platen.operator.report.Events;
import dev.platen.operator.testing.FakeCacheNodes;
import dev.platen.operator.testing.FakeWorkers;
import dev.platen.operator.testing.ManualClock;
import dev.platen.operator.testing.MockApiServer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CacheClusterTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T12:00:00Z"));

    private MockApiServer api;
    private PodMetrics metrics;
    private CacheClusterReconciler reconciler;
    private FakeCacheNodes nodes;

    @BeforeEach
    void start() throws IOException {
        api = MockApiServer.start();
        metrics = new PodMetrics();
        reconciler = new CacheClusterReconciler(
                new CacheNodes(api.client(), metrics), new Events(api.client(), clock), clock, Duration.ofSeconds(15));
        nodes = new FakeCacheNodes(api.client(), 2);
    }

    @AfterEach
    void stop() {
        nodes.close();
        metrics.close();
        api.close();
    }

    @Test
    void shouldGrowByOneNodeAndWaitForItsEntriesBeforeTheNext() {
        // Given
        CacheCluster cluster = cluster("\"replicas\": 4");

        // When
        List<Integer> sizes = new ArrayList<>();
        reconciler.visit(cluster);
        sizes.add(size());
        reconciler.visit(cluster);
        sizes.add(size());
        nodes.control("one");
        nodes.rebalancing(true);
        CacheClusterStatus moving = reconciler.visit(cluster);
        sizes.add(size());
        nodes.rebalancing(false);
        reconciler.visit(cluster);
        sizes.add(size());

        // Then
        assertThat(sizes).containsExactly(3, 3, 3, 4);
        assertThat(moving.step()).startsWith("waiting: entries move to or from platen-cache-");
        assertThat(ready(moving)).isEqualTo("False Progressing");
    }

    @Test
    void shouldRenewTheNodesOneByOneForAnotherMemory() {
        // Given
        CacheCluster cluster = cluster("\"replicas\": 2, \"memory\": {\"pages\": \"96M\"}");

        // When
        reconciler.visit(cluster);
        nodes.control("two");
        String afterTheTemplate = nodes.revision(0) + " " + nodes.revision(1);
        reconciler.visit(cluster);
        nodes.control("two");
        String afterOne = nodes.revision(0) + " " + nodes.revision(1);
        reconciler.visit(cluster);
        nodes.control("two");
        String afterBoth = nodes.revision(0) + " " + nodes.revision(1);
        CacheClusterStatus atRest = reconciler.visit(cluster);

        // Then
        assertThat(List.of(afterTheTemplate, afterOne, afterBoth)).containsExactly("one one", "one two", "two two");
        assertThat(ready(atRest)).isEqualTo("True AsWanted");
        assertThat(told()).containsExactly("PLATEN_CACHE_OWNERS=2", "PLATEN_CACHE_MEMORY_PAGES=96M");
    }

    @Test
    void shouldApplyWhatItSetsAndNothingElseUnderItsOwnName() {
        // Given
        String image = container().getImage();

        // When
        reconciler.visit(cluster("\"replicas\": 2, \"memory\": {\"pages\": \"96M\"}"));
        nodes.control("two");
        reconciler.visit(cluster("\"replicas\": 2, \"memory\": {\"pages\": \"96M\"}"));

        // Then
        assertThat(nodes.current().getMetadata().getManagedFields())
                .extracting(ManagedFieldsEntry::getManager, ManagedFieldsEntry::getOperation)
                .containsExactly(tuple("platen-operator", "Apply"), tuple("platen-operator-hold", "Apply"));
        assertThat(container().getImage()).isEqualTo(image);
        assertThat(told()).contains("PLATEN_CACHE_MEMORY_PAGES=96M");
    }

    @Test
    void shouldLeaveAMemoryThatIsNoLongerNamed() {
        // Given
        reconciler.visit(cluster("\"replicas\": 2, \"memory\": {\"plans\": \"32M\"}"));

        // When
        reconciler.visit(cluster("\"replicas\": 2, \"memory\": {\"pages\": \"64M\"}"));

        // Then
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "PLATEN_CACHE_OWNERS=2", "PLATEN_CACHE_MEMORY_PAGES=64M", "PLATEN_CACHE_MEMORY_PLANS=32M");
    }

    @Test
    void shouldRefuseAMemoryThatTheContainerCannotHold() {
        // Given
        CacheCluster cluster = cluster("\"replicas\": 3, \"memory\": {\"schemas\": \"1M\", \"pages\": \"256M\"}");

        // When
        CacheClusterStatus refused = reconciler.visit(cluster);

        // Then
        assertThat(ready(refused)).isEqualTo("False MemoryTooSmall");
        assertThat(refused.step())
                .isEqualTo("the caches of a node would take 257 MiB, and its container may use 512 MiB, of which 50 %"
                        + " are theirs: raise its limit or lower spec.memory");
        assertThat(told()).containsExactly("PLATEN_CACHE_OWNERS=2", "PLATEN_CACHE_MEMORY_PAGES=48M");
        assertThat(size()).isEqualTo(2);
    }

    private List<String> told() {
        return container().getEnv().stream()
                .map(variable -> variable.getName() + "=" + variable.getValue())
                .toList();
    }

    private Container container() {
        return nodes.current().getSpec().getTemplate().getSpec().getContainers().getFirst();
    }

    @Test
    void shouldTouchNothingWhereOwnersDifferOrTheStatefulSetIsNotThere() {
        // Given
        CacheCluster differs = cluster("\"replicas\": 4, \"owners\": 3");
        CacheCluster elsewhere = cluster("\"replicas\": 4");
        elsewhere.setSpec(
                new CacheClusterSpec("nowhere", 4, 2, elsewhere.getSpec().memory(), 8080));

        // When
        CacheClusterStatus kept = reconciler.visit(differs);
        CacheClusterStatus missing = reconciler.visit(elsewhere);

        // Then
        assertThat(size()).isEqualTo(2);
        assertThat(ready(kept)).isEqualTo("False OwnersDiffer");
        assertThat(ready(missing)).isEqualTo("False NotFound");
    }

    @Test
    void shouldSayItsStepsInEvents() {
        // Given
        CacheCluster cluster = cluster("\"replicas\": 3");

        // When
        reconciler.visit(cluster);

        // Then
        assertThat(api.client()
                        .v1()
                        .events()
                        .inNamespace(FakeWorkers.NAMESPACE)
                        .list()
                        .getItems())
                .extracting(Event::getMessage)
                .containsExactly("going from 2 to 3 nodes");
    }

    private int size() {
        return nodes.current().getSpec().getReplicas();
    }

    private static String ready(CacheClusterStatus status) {
        return status.conditions().getFirst().getStatus()
                + " "
                + status.conditions().getFirst().getReason();
    }

    private CacheCluster cluster(String fields) {
        String json = "{\"statefulSet\": \"%s\", \"scrapePort\": %d, %s}"
                .formatted(FakeCacheNodes.NAME, nodes.scrapePort(), fields);
        CacheCluster cluster = new CacheCluster();
        cluster.getMetadata().setName("cache");
        cluster.getMetadata().setNamespace(FakeWorkers.NAMESPACE);
        cluster.getMetadata().setUid("cache-uid");
        cluster.setSpec(new KubernetesSerialization().unmarshal(json, CacheClusterSpec.class));
        return cluster;
    }
}
