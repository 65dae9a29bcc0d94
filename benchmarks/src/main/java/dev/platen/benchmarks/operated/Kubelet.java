package dev.platen.benchmarks.operated;

import dev.platen.benchmarks.machine.Quota;
import dev.platen.standalone.cluster.Cluster;
import dev.platen.standalone.cluster.Member;
import dev.platen.testkit.Wire;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the controller of a Deployment and the kubelets of its nodes do, for the renderers of a cluster on this machine: as
 * many processes as the Deployment has replicas, and a Pod for each that says how it is. A pod has an address of the loopback
 * network of its own, so that all of them show their metrics at the same port. A pod that is to go keeps its object, marked,
 * until its process has finished what it had begun. From the moment at which it is ready, a pod gets its share of the
 * processor and no more; it starts at full speed.
 */
final class Kubelet implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration PROBE_AGAIN = Duration.ofSeconds(3);
    private static final String PROCESS_RUNS = "platen.dev/process-runs";
    private static final String RENDERER = "render-";

    /** One pod as it was last reported. */
    private static final class Node {
        private final Wire network;
        private boolean isReady;
        private long probedNanos;

        Node(Wire network) {
            this.network = network;
        }
    }

    private final KubernetesClient client;
    private final OperatedCluster.Workload workload;
    private final Cluster cluster;
    private final InstantSource clock;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Thread thread = Thread.ofPlatform().name("kubelet").unstarted(this::run);
    private @Nullable Quota quota;
    private volatile boolean isOver;

    private Kubelet(KubernetesClient client, OperatedCluster.Workload workload, Cluster cluster, InstantSource clock) {
        this.client = client;
        this.workload = workload;
        this.cluster = cluster;
        this.clock = clock;
    }

    /** Begins; the Deployment is there, with as many replicas as the cluster has renderers. */
    static Kubelet start(
            KubernetesClient client, OperatedCluster.Workload workload, Cluster cluster, InstantSource clock) {
        Kubelet kubelet = new Kubelet(client, workload, cluster, clock);
        kubelet.thread.start();
        return kubelet;
    }

    private void run() {
        while (!isOver) {
            try {
                look();
            } catch (KubernetesClientException unanswered) {
                System.err.printf("kubelet: %s; tried again%n", unanswered.getMessage());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private void look() {
        int wanted = deployment().get().getSpec().getReplicas();
        List<Member> running = renderers();
        if (wanted < running.size()) {
            stop(running.subList(wanted, running.size()), wanted);
        } else if (wanted > running.size()) {
            cluster.scale(wanted);
        }
        boolean hasChanged = false;
        for (Member member : renderers()) {
            hasChanged |= isChanged(member);
        }
        if (hasChanged || wanted != running.size()) {
            report();
        }
    }

    private List<Member> renderers() {
        return cluster.members().stream()
                .filter(member -> member.name().startsWith(RENDERER))
                .toList();
    }

    private void stop(List<Member> members, int left) {
        members.forEach(member -> pod(member).delete());
        limit(renderers().subList(0, left));
        cluster.scale(left);
        for (Member member : members) {
            pod(member).edit(marked -> new PodBuilder(marked)
                    .editMetadata()
                    .withFinalizers(List.of())
                    .endMetadata()
                    .build());
            Node gone = nodes.remove(member.name());
            if (gone != null) {
                gone.network.close();
            }
        }
    }

    private boolean isChanged(Member member) {
        Node node = nodes.get(member.name());
        if (node == null) {
            nodes.put(member.name(), create(member));
            return true;
        }
        if (node.isReady && System.nanoTime() - node.probedNanos < PROBE_AGAIN.toNanos()) {
            return false;
        }
        node.probedNanos = System.nanoTime();
        boolean isReady = cluster.isReady(member);
        if (isReady == node.isReady) {
            return false;
        }
        node.isReady = isReady;
        pod(member).edit(pod -> withReady(pod, isReady));
        return true;
    }

    private Node create(Member member) {
        int number = Integer.parseInt(member.name().substring(RENDERER.length()));
        String address = "127.0.0." + (number + 1);
        Pod created = new PodBuilder()
                .withNewMetadata()
                .withName(name(member))
                .withNamespace(OperatedCluster.NAMESPACE)
                .withLabels(OperatedCluster.LABELS)
                .withFinalizers(PROCESS_RUNS)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("render")
                .withImage("platen/render-service")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .withPodIP(address)
                .withStartTime(now())
                .endStatus()
                .build();
        try {
            Node node = new Node(new Wire(
                    new InetSocketAddress(InetAddress.getByName(address), workload.scrapePort()), member.port()));
            client.resource(withReady(created, false)).create();
            return node;
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "pod %s cannot listen at %s:%d".formatted(name(member), address, workload.scrapePort()), taken);
        }
    }

    private Pod withReady(Pod pod, boolean isReady) {
        return new PodBuilder(pod)
                .editStatus()
                .withConditions()
                .addNewCondition()
                .withType("Ready")
                .withStatus(isReady ? "True" : "False")
                .withLastTransitionTime(now())
                .endCondition()
                .endStatus()
                .build();
    }

    /** Tells the Deployment how its pods are, and shares the processor out among those that are ready. */
    private void report() {
        List<Member> ready = new ArrayList<>(renderers());
        ready.removeIf(member -> !nodes.containsKey(member.name()) || !nodes.get(member.name()).isReady);
        limit(ready);
        int present = nodes.size();
        deployment().editStatus(before -> new DeploymentBuilder(before)
                .editOrNewStatus()
                .withReplicas(present)
                .withReadyReplicas(ready.size())
                .endStatus()
                .build());
    }

    private void limit(List<Member> members) {
        if (quota != null) {
            quota.close();
            quota = null;
        }
        if (!members.isEmpty()) {
            List<Long> processes =
                    members.stream().map(member -> member.handle().pid()).toList();
            quota = Quota.of(processes, workload.run(), workload.period());
        }
    }

    private RollableScalableResource<Deployment> deployment() {
        return client.apps()
                .deployments()
                .inNamespace(OperatedCluster.NAMESPACE)
                .withName(OperatedCluster.DEPLOYMENT);
    }

    private PodResource pod(Member member) {
        return client.pods().inNamespace(OperatedCluster.NAMESPACE).withName(name(member));
    }

    private static String name(Member member) {
        return "platen-" + member.name();
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Ends; the processes go on as they are, without a limit. */
    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        limit(List.of());
        nodes.values().forEach(node -> node.network.close());
    }
}
