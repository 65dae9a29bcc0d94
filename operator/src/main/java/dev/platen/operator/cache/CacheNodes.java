package dev.platen.operator.cache;

import dev.platen.operator.api.CacheCluster;
import dev.platen.operator.observe.PodMetrics;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the nodes of a cluster and takes one step. Thread-safe; throws where the API server cannot be reached. */
public final class CacheNodes {
    private static final String MEMBERS = "platen_cache_node_members";
    private static final String REBALANCING = "platen_cache_node_rebalancing";
    private static final String OWNERS = "PLATEN_CACHE_OWNERS";
    private static final String REVISION = "controller-revision-hash";

    private static final String MEMORY_MANAGER = "platen-operator";

    /** Another one, since a manager loses what it leaves out, and the hold changes without the memory. */
    private static final String HOLD_MANAGER = "platen-operator-hold";

    private final KubernetesClient client;
    private final PodMetrics metrics;

    /** Works with this client and asks the nodes through {@code metrics}. */
    public CacheNodes(KubernetesClient client, PodMetrics metrics) {
        this.client = client;
        this.metrics = metrics;
    }

    Optional<StatefulSet> find(CacheCluster cluster) {
        return Optional.ofNullable(handle(cluster).get());
    }

    private RollableScalableResource<StatefulSet> handle(CacheCluster cluster) {
        return client.apps()
                .statefulSets()
                .inNamespace(cluster.getMetadata().getNamespace())
                .withName(cluster.getSpec().statefulSet());
    }

    /** Owners that the nodes were told, null where the template does not say so. */
    static @Nullable String owners(StatefulSet set) {
        return set.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv().stream()
                .filter(variable -> OWNERS.equals(variable.getName()))
                .map(EnvVar::getValue)
                .findFirst()
                .orElse(null);
    }

    Nodes look(CacheCluster cluster, StatefulSet set) {
        String revision = set.getStatus() == null ? null : set.getStatus().getUpdateRevision();
        List<Pod> pods = client.pods()
                .inNamespace(cluster.getMetadata().getNamespace())
                .withLabelSelector(set.getSpec().getSelector())
                .list()
                .getItems();
        Map<String, String> answers = metrics.pages(pods, cluster.getSpec().scrapePort());
        return new Nodes(
                set.getSpec().getReplicas() == null ? 1 : set.getSpec().getReplicas(),
                new NodeMemory(set, cluster.getSpec()).isTold(),
                pods.stream()
                        .map(pod -> node(
                                pod, revision, answers.get(pod.getMetadata().getName())))
                        .toList());
    }

    private static Nodes.Node node(Pod pod, @Nullable String revision, @Nullable String page) {
        String name = pod.getMetadata().getName();
        Map<String, String> labels = pod.getMetadata().getLabels();
        String own = labels == null ? null : labels.get(REVISION);
        return new Nodes.Node(
                name,
                ordinal(name),
                !pod.isMarkedForDeletion() && Readiness.isPodReady(pod),
                revision == null || own == null || revision.equals(own),
                page == null ? null : figures(page));
    }

    private static Nodes.@Nullable Figures figures(String page) {
        OptionalDouble members = PodMetrics.value(page, MEMBERS);
        OptionalDouble rebalancing = PodMetrics.value(page, REBALANCING);
        return members.isEmpty() || rebalancing.isEmpty()
                ? null
                : new Nodes.Figures((int) members.getAsDouble(), rebalancing.getAsDouble() > 0);
    }

    private static int ordinal(String name) {
        try {
            return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /** Takes the step with the nodes of this StatefulSet; throws where the API server refuses. */
    void take(Step step, CacheCluster cluster, StatefulSet set) {
        switch (step) {
            case Step.Rest _, Step.Wait _ -> {}
            case Step.Configure _ -> {
                hold(
                        set,
                        set.getSpec().getReplicas() == null ? 1 : set.getSpec().getReplicas());
                tell(set, new NodeMemory(set, cluster.getSpec()).told());
            }
            case Step.Renew renew -> hold(set, renew.ordinal());
            case Step.Resize resize -> {
                var scale = handle(cluster).scale();
                scale.getSpec().setReplicas(resize.to());
                handle(cluster).scale(scale);
            }
        }
    }

    /** From now on only nodes with this number or a higher one take a new template; with a hold above all nodes, none does. */
    private void hold(StatefulSet set, int ordinal) {
        apply(
                HOLD_MANAGER,
                part(set)
                        .editOrNewSpec()
                        .withNewUpdateStrategy()
                        .withType("RollingUpdate")
                        .withNewRollingUpdate()
                        .withPartition(ordinal)
                        .endRollingUpdate()
                        .endUpdateStrategy()
                        .endSpec()
                        .build());
    }

    private void tell(StatefulSet set, Container container) {
        apply(
                MEMORY_MANAGER,
                part(set)
                        .editOrNewSpec()
                        .withNewTemplate()
                        .withNewSpec()
                        .withContainers(container)
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build());
    }

    private static StatefulSetBuilder part(StatefulSet set) {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withName(set.getMetadata().getName())
                .withNamespace(set.getMetadata().getNamespace())
                .endMetadata();
    }

    /** Server-side apply: touches the fields of the part alone, and takes them from whoever had them. */
    private void apply(String manager, StatefulSet part) {
        client.resource(part).fieldManager(manager).forceConflicts().serverSideApply();
    }
}
