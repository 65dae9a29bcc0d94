package dev.platen.benchmarks.operated;

import dev.platen.broker.Ports;
import dev.platen.operator.api.LastDecision;
import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolSpec;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.testing.MockApiServer;
import dev.platen.operator.testing.Permissions;
import dev.platen.standalone.cluster.Cluster;
import dev.platen.standalone.cluster.ClusterConfig;
import dev.platen.standalone.cluster.Member;
import dev.platen.testkit.Home;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code platen cluster} with one renderer, and the operator with the rights of its role, which may change that. Ended when
 * closed, and when this process ends. Thread-safe.
 */
public final class OperatedCluster implements AutoCloseable {
    /** The namespace of everything. */
    public static final String NAMESPACE = "platen";

    static final String DEPLOYMENT = "platen-render";
    static final Map<String, String> LABELS = Map.of("app.kubernetes.io/component", "render");

    private static final String POOL = "render";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** It tells of every request; kept, since loggers that nobody holds forget their level. */
    private static final Logger REQUESTS = Logger.getLogger("io.fabric8.mockwebserver");

    /**
     * How the renderers run.
     *
     * @param look time between two looks of the operator
     * @param run how long each renderer runs in a period; all of them fit into it
     * @param period of the duty cycle
     * @param scrapePort at which every pod shows its metrics, on an address of its own
     */
    public record Workload(Duration look, Duration run, Duration period, int scrapePort) {
        /** At a port that is free. */
        public Workload(Duration look, Duration run, Duration period) {
            this(look, run, period, Ports.free());
        }
    }

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final List<LastDecision> steps = new CopyOnWriteArrayList<>();
    private final Workload workload;
    private final Permissions role;
    private final Cluster cluster;
    private final KubernetesClient client;
    private final Thread hook = new Thread(this::stop);

    private OperatedCluster(Path folder, Workload workload) throws IOException {
        this.workload = workload;
        this.role = Permissions.shipped();
        REQUESTS.setLevel(Level.WARNING);
        Runtime.getRuntime().addShutdownHook(hook);
        MockApiServer server = MockApiServer.start(role);
        started.push(server);
        client = server.client();
        ClusterConfig config = new ClusterConfig(Ports.free(), folder.resolve("data"), 1, 1, Optional.empty());
        cluster = Cluster.start(Home.path(), config);
        started.push(cluster);
        Map<String, String> settings = Map.of(
                "quarkus.kubernetes-client.api-server-url",
                server.url(),
                "quarkus.kubernetes-client.token",
                MockApiServer.RESTRICTED_TOKEN,
                "quarkus.kubernetes-client.namespace",
                NAMESPACE,
                "platen.kafka.bootstrap-servers",
                "127.0.0.1:" + cluster.member("broker").port(),
                "platen.operator.namespaces",
                NAMESPACE,
                "platen.operator.sync-interval",
                workload.look().toString(),
                "platen.operator.gateway.url",
                "http://127.0.0.1:" + config.port());
        started.push(OperatorProcess.start(folder.resolve("operator.log"), settings));
        cluster.awaitReady(PATIENCE, _ -> {});
        deploy();
        started.push(Kubelet.start(client, workload, cluster, InstantSource.system()));
    }

    /**
     * Starts everything and waits until the services are ready; the operator may take a little longer.
     *
     * @param folder for data and logs
     */
    public static OperatedCluster start(Path folder, Workload workload) throws IOException {
        return new OperatedCluster(folder, workload);
    }

    private void deploy() {
        client.resource(new DeploymentBuilder()
                        .withNewMetadata()
                        .withName(DEPLOYMENT)
                        .withNamespace(NAMESPACE)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(1)
                        .withNewSelector()
                        .withMatchLabels(LABELS)
                        .endSelector()
                        .endSpec()
                        .withNewStatus()
                        .withReplicas(0)
                        .endStatus()
                        .build())
                .create();
    }

    /**
     * Hands the renderers to the operator.
     *
     * @param fields of the pool's spec, as JSON, without target, tier and port
     */
    public void createPool(String fields) {
        started.push(pool().watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, WorkerPool changed) {
                note(changed);
            }

            @Override
            public void onClose(WatcherException cause) {
                throw new IllegalStateException("the API server stopped telling of the pool", cause);
            }
        }));
        String spec =
                "{\"target\": {\"kind\": \"Deployment\", \"name\": \"%s\"}, \"tier\": \"render\", \"scrapePort\": %d, %s}"
                        .formatted(DEPLOYMENT, workload.scrapePort(), fields);
        WorkerPool created = new WorkerPool();
        created.getMetadata().setName(POOL);
        created.getMetadata().setNamespace(NAMESPACE);
        created.setSpec(new KubernetesSerialization().unmarshal(spec, WorkerPoolSpec.class));
        client.resource(created).create();
    }

    private void note(WorkerPool changed) {
        LastDecision decision =
                changed.getStatus() == null ? null : changed.getStatus().lastDecision();
        if (decision == null || decision.from() == decision.to()) {
            return;
        }
        if (steps.isEmpty() || !steps.getLast().time().equals(decision.time())) {
            steps.add(decision);
        }
    }

    private Resource<WorkerPool> pool() {
        return client.resources(WorkerPool.class).inNamespace(NAMESPACE).withName(POOL);
    }

    /** What the operator says of the pool; empty before its first word. */
    public Optional<WorkerPoolStatus> status() {
        return Optional.ofNullable(pool().get()).map(WorkerPool::getStatus);
    }

    /** Every decision so far to have another number of renderers, as the status explained it. */
    public List<LastDecision> steps() {
        return List.copyOf(steps);
    }

    /** How many renderers the Deployment asks for. */
    public int replicas() {
        return client.apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName(DEPLOYMENT)
                .get()
                .getSpec()
                .getReplicas();
    }

    /** How many pods are ready and not on their way out. */
    public int readyPods() {
        return (int) client.pods().inNamespace(NAMESPACE).list().getItems().stream()
                .filter(pod -> !pod.isMarkedForDeletion())
                .filter(pod ->
                        pod.getStatus().getConditions().getFirst().getStatus().equals("True"))
                .count();
    }

    /** Renderers that run, with the ports at which they show their metrics. */
    public List<Member> renderers() {
        return cluster.members().stream()
                .filter(member -> member.name().startsWith("render-"))
                .toList();
    }

    /** The port of the gateway. */
    public int port() {
        return cluster.member("gateway").port();
    }

    /** The rights of its role that the operator has made no use of so far. */
    public Set<String> unusedRights() {
        return role.unused();
    }

    /** A client of the API server that may do everything. */
    public KubernetesClient client() {
        return client;
    }

    private synchronized void stop() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failed) {
                throw new IllegalStateException("the cluster could not be ended", failed);
            }
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
