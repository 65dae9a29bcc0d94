package dev.platen.operator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A StatefulSet of cache nodes, its controller and what the nodes show. Thread-safe. */
public final class FakeCacheNodes implements AutoCloseable {
    /** The name of the StatefulSet. */
    public static final String NAME = "platen-cache";

    private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/component", "cache");
    private static final String REVISION = "controller-revision-hash";

    private final KubernetesClient client;
    private final HttpServer pods;
    private volatile int members;
    private volatile boolean rebalancing;

    /** Two nodes or more, at rest. */
    public FakeCacheNodes(KubernetesClient client, int nodes) throws IOException {
        this.client = client;
        this.pods = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pods.createContext("/q/metrics", this::showMetrics);
        pods.start();
        client.resource(statefulSet(nodes)).create();
        controlUpTo(nodes, "one");
        members = nodes;
    }

    private static StatefulSet statefulSet(int nodes) {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(FakeWorkers.NAMESPACE)
                .endMetadata()
                .withNewSpec()
                .withReplicas(nodes)
                .withNewSelector()
                .withMatchLabels(LABELS)
                .endSelector()
                .withNewTemplate()
                .withNewSpec()
                .addNewContainer()
                .withName("cache")
                .withImage("platen/cache-service")
                .withNewResources()
                .addToLimits("memory", new Quantity("512Mi"))
                .endResources()
                .addNewEnv()
                .withName("PLATEN_CACHE_OWNERS")
                .withValue("2")
                .endEnv()
                .addNewEnv()
                .withName("PLATEN_CACHE_MEMORY_PAGES")
                .withValue("48M")
                .endEnv()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .withNewStatus()
                .withUpdateRevision("one")
                .endStatus()
                .build();
    }

    /** The port at which every node shows its metrics. */
    public int scrapePort() {
        return pods.getAddress().getPort();
    }

    /** The StatefulSet as it is. */
    public StatefulSet current() {
        return handle().get();
    }

    private RollableScalableResource<StatefulSet> handle() {
        return client.apps().statefulSets().inNamespace(FakeWorkers.NAMESPACE).withName(NAME);
    }

    /** Does what the StatefulSet asks for: nodes from its hold on get this revision, and there are as many as it says. */
    public void control(String revision) {
        handle().editStatus(set -> new StatefulSetBuilder(set)
                .editOrNewStatus()
                .withUpdateRevision(revision)
                .endStatus()
                .build());
        controlUpTo(current().getSpec().getReplicas(), revision);
        members = current().getSpec().getReplicas();
    }

    private void controlUpTo(int nodes, String revision) {
        var strategy = current().getSpec().getUpdateStrategy();
        int hold = strategy == null ? 0 : strategy.getRollingUpdate().getPartition();
        for (int ordinal = 0; ordinal < nodes; ordinal++) {
            var pod = client.pods().inNamespace(FakeWorkers.NAMESPACE).withName(NAME + "-" + ordinal);
            if (pod.get() == null || ordinal >= hold) {
                pod.delete();
                client.resource(node(ordinal, revision)).create();
            }
        }
        client.pods()
                .inNamespace(FakeWorkers.NAMESPACE)
                .withName(NAME + "-" + nodes)
                .delete();
    }

    private static io.fabric8.kubernetes.api.model.Pod node(int ordinal, String revision) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(NAME + "-" + ordinal)
                .withNamespace(FakeWorkers.NAMESPACE)
                .withLabels(LABELS)
                .addToLabels(REVISION, revision)
                .endMetadata()
                .withNewStatus()
                .withPodIP("127.0.0.1")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
    }

    /** The revision that a node runs. */
    public String revision(int ordinal) {
        String revision = client.pods()
                .inNamespace(FakeWorkers.NAMESPACE)
                .withName(NAME + "-" + ordinal)
                .get()
                .getMetadata()
                .getLabels()
                .get(REVISION);
        return Objects.requireNonNull(revision);
    }

    /** Whether entries move. */
    public void rebalancing(boolean moves) {
        rebalancing = moves;
    }

    private void showMetrics(HttpExchange exchange) throws IOException {
        byte[] page = "platen_cache_node_members %d.0\nplaten_cache_node_rebalancing %s\n"
                .formatted(members, rebalancing ? "1.0" : "0.0")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @Override
    public void close() {
        pods.stop(0);
    }
}
