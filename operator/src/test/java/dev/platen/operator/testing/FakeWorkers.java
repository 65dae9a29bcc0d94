package dev.platen.operator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.platen.contract.flow.WorkerTier;
import dev.platen.operator.observe.TopicProbe;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A tier of workers as the operator sees it: pods of a workload that show their metrics, and a topic whose records they
 * take. Records flow only while {@link #run} says so, at exact rates; a thread finishes 100 per second of work.
 * Thread-safe.
 */
public final class FakeWorkers implements TopicProbe, AutoCloseable {
    /** The namespace of everything here. */
    public static final String NAMESPACE = "platen";

    /** The name of the workload. */
    public static final String NAME = "platen-render";

    private static final int PARTITIONS = 24;
    private static final double RECORDS_PER_BUSY_SECOND = 100;
    private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/component", "render");

    private final KubernetesClient client;
    private final HttpServer pods;
    private double arrived;
    private double finished;
    private int threads = 2;
    private int inFlightLimit = 16;
    private boolean brokerAnswers = true;
    private boolean podsAnswer = true;

    /** Workers without a workload yet. */
    public FakeWorkers(KubernetesClient client) throws IOException {
        this.client = client;
        this.pods = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pods.createContext("/q/metrics", this::showMetrics);
        pods.start();
    }

    /** The port at which every pod shows its metrics. */
    public int scrapePort() {
        return pods.getAddress().getPort();
    }

    /** Creates the Deployment with its pods. */
    public void deploy(int replicas) {
        client.resource(new DeploymentBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withNamespace(NAMESPACE)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(replicas)
                        .withNewSelector()
                        .withMatchLabels(LABELS)
                        .endSelector()
                        .endSpec()
                        .withNewStatus()
                        .withReplicas(replicas)
                        .endStatus()
                        .build())
                .create();
        startPods(replicas);
    }

    /** Creates a StatefulSet with its pods. */
    public void deployStateful(int replicas) {
        client.resource(new StatefulSetBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withNamespace(NAMESPACE)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(replicas)
                        .withNewSelector()
                        .withMatchLabels(LABELS)
                        .endSelector()
                        .endSpec()
                        .withNewStatus()
                        .withReplicas(replicas)
                        .endStatus()
                        .build())
                .create();
        startPods(replicas);
    }

    /** What the Deployment is set to. */
    public int replicas() {
        return client.apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName(NAME)
                .get()
                .getSpec()
                .getReplicas();
    }

    /** Sets the pods to a number, as the workload's controller would. */
    public void startPods(int count) {
        client.pods().inNamespace(NAMESPACE).delete();
        for (int index = 0; index < count; index++) {
            client.resource(new PodBuilder()
                            .withNewMetadata()
                            .withName(NAME + "-" + index)
                            .withNamespace(NAMESPACE)
                            .withUid("pod-" + index)
                            .withLabels(LABELS)
                            .endMetadata()
                            .withNewStatus()
                            .withPodIP("127.0.0.1")
                            .addNewCondition()
                            .withType("Ready")
                            .withStatus("True")
                            .endCondition()
                            .endStatus()
                            .build())
                    .create();
        }
    }

    /** Lets records arrive and, where the workers keep up, be finished. */
    public synchronized void run(Duration duration, double arrivalRate, boolean workersKeepUp) {
        double records = arrivalRate * duration.toMillis() / 1000;
        arrived += records;
        finished += workersKeepUp ? records : 0;
    }

    /** The workers do as the operator told them. */
    public synchronized void resize(int workers, int inFlight) {
        threads = workers;
        inFlightLimit = inFlight;
    }

    /** Whether the broker answers. */
    public synchronized void brokerAnswers(boolean answers) {
        brokerAnswers = answers;
    }

    /** Whether the pods show their metrics. */
    public synchronized void podsAnswer(boolean answers) {
        podsAnswer = answers;
    }

    @Override
    public synchronized Reading read(String topic, String group) {
        if (!brokerAnswers) {
            return new Reading.Unreadable("topic %s: the broker is away".formatted(topic));
        }
        Map<Integer, Position> partitions = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.put(partition, new Position(share(arrived, partition), share(finished, partition)));
        }
        return new Reading.Offsets(partitions);
    }

    private static long share(double records, int partition) {
        return Math.floorDiv((long) records + partition, PARTITIONS);
    }

    private synchronized void showMetrics(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!podsAnswer) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] text = metrics().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private String metrics() {
        return String.format(
                Locale.ROOT,
                """
                # HELP %1$s Time that workers spent on records
                # TYPE %1$s counter
                %1$s{tier="render"} %2$f
                %3$s{tier="render"} %4$f
                %3$s{tier="compile"} 7.0
                platen_worker_threads{tier="render"} %5$d
                platen_worker_in_flight_limit{tier="render"} %6$d
                system_cpu_count 2.0
                """,
                WorkerTier.BUSY_SECONDS,
                finished / RECORDS_PER_BUSY_SECOND,
                WorkerTier.RECORDS,
                finished,
                threads,
                inFlightLimit);
    }

    @Override
    public void close() {
        pods.stop(0);
    }
}
