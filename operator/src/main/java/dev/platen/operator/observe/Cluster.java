package dev.platen.operator.observe;

import dev.platen.operator.api.Target;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads workloads and pods. Thread-safe; throws where the API server cannot be reached. */
public final class Cluster {
    private final KubernetesClient client;

    /** Reads with this client. */
    public Cluster(KubernetesClient client) {
        this.client = client;
    }

    /** The workload that a pool names, empty where there is none. */
    public Optional<Workload> find(String namespace, Target target) {
        return switch (target.kind()) {
            case DEPLOYMENT -> deployment(namespace, target.name());
            case STATEFUL_SET -> statefulSet(namespace, target.name());
        };
    }

    private Optional<Workload> deployment(String namespace, String name) {
        return Optional.ofNullable(client.apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withName(name)
                        .get())
                .map(found -> workload(
                        found.getSpec().getReplicas(),
                        found.getStatus() == null ? null : found.getStatus().getReplicas(),
                        found.getSpec().getSelector()));
    }

    private Optional<Workload> statefulSet(String namespace, String name) {
        return Optional.ofNullable(client.apps()
                        .statefulSets()
                        .inNamespace(namespace)
                        .withName(name)
                        .get())
                .map(found -> workload(
                        found.getSpec().getReplicas(),
                        found.getStatus() == null ? null : found.getStatus().getReplicas(),
                        found.getSpec().getSelector()));
    }

    /** Kubernetes takes absent replicas for one. */
    private static Workload workload(@Nullable Integer wanted, @Nullable Integer present, LabelSelector selector) {
        return new Workload(Objects.requireNonNullElse(wanted, 1), Objects.requireNonNullElse(present, 0), selector);
    }

    /** The pods that should answer: ready, not on their way out, with an address. */
    List<Pod> readyPods(String namespace, LabelSelector selector) {
        return client.pods().inNamespace(namespace).withLabelSelector(selector).list().getItems().stream()
                .filter(pod -> !pod.isMarkedForDeletion())
                .filter(Readiness::isPodReady)
                .filter(pod -> pod.getStatus().getPodIP() != null)
                .toList();
    }
}
