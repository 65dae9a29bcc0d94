package dev.platen.operator.cache;

import dev.platen.operator.api.CacheCluster;
import dev.platen.operator.api.CacheClusterStatus;
import dev.platen.operator.observe.Workload;
import dev.platen.operator.report.Events;
import dev.platen.operator.report.Finding;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step per visit, and a visit per interval. There is no finalizer: a cluster resource can be deleted at any time, and the
 * nodes stay as they are.
 */
@ControllerConfiguration(name = "cachecluster", fieldManager = "platen-operator")
public final class CacheClusterReconciler implements Reconciler<CacheCluster> {
    /** Reasons of conditions that tell of work and not of trouble. */
    private static final Set<String> ON_THE_WAY = Set.of("Progressing", "Rebalancing");

    private final CacheNodes nodes;
    private final Events events;
    private final InstantSource clock;
    private final Duration interval;

    /**
     * Works on these nodes.
     *
     * @param interval time between two visits
     */
    public CacheClusterReconciler(CacheNodes nodes, Events events, InstantSource clock, Duration interval) {
        this.nodes = nodes;
        this.events = events;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public UpdateControl<CacheCluster> reconcile(CacheCluster cluster, Context<CacheCluster> context) {
        CacheClusterStatus status = visit(cluster);
        List<Condition> before =
                cluster.getStatus() == null ? List.of() : cluster.getStatus().conditions();
        events.transitions(
                cluster,
                before,
                status.conditions().stream()
                        .filter(condition -> !ON_THE_WAY.contains(condition.getReason()))
                        .toList());
        CacheCluster applied = new CacheCluster();
        applied.getMetadata().setName(cluster.getMetadata().getName());
        applied.getMetadata().setNamespace(cluster.getMetadata().getNamespace());
        applied.setStatus(status);
        return UpdateControl.patchStatus(applied).rescheduleAfter(interval);
    }

    /** Looks, takes the next step, and tells about it. */
    CacheClusterStatus visit(CacheCluster cluster) {
        Optional<StatefulSet> found = nodes.find(cluster);
        if (found.isEmpty()) {
            String message = "StatefulSet %s is not in namespace %s: create it, or correct spec.statefulSet"
                    .formatted(
                            cluster.getSpec().statefulSet(),
                            cluster.getMetadata().getNamespace());
            return status(cluster, null, message, false, List.of(new Finding("Ready", false, "NotFound", message)));
        }
        StatefulSet set = found.get();
        String owners = CacheNodes.owners(set);
        if (owners != null && !owners.equals(String.valueOf(cluster.getSpec().owners()))) {
            String message = "the nodes keep %s owners of an entry, spec.owners is %d: install them anew to change it"
                    .formatted(owners, cluster.getSpec().owners());
            return status(cluster, set, message, false, List.of(new Finding("Ready", false, "OwnersDiffer", message)));
        }
        return step(cluster, set);
    }

    private CacheClusterStatus step(CacheCluster cluster, StatefulSet set) {
        Nodes seen = nodes.look(cluster, set);
        Step step = Step.next(seen, cluster.getSpec().replicas());
        Finding balanced = seen.unrest()
                .map(reason -> new Finding("Balanced", false, "Rebalancing", reason))
                .orElseGet(() -> new Finding("Balanced", true, "AtRest", "every node is there, and no entries move"));
        Optional<Finding> failure = attempt(step, cluster, set);
        if (failure.isPresent()) {
            return status(cluster, set, failure.get().message(), false, List.of(failure.get(), balanced));
        }
        boolean isStep = !(step instanceof Step.Rest || step instanceof Step.Wait);
        if (isStep) {
            events.normal(cluster, "Step", step.sentence());
        }
        Finding ready = step instanceof Step.Rest
                ? new Finding("Ready", true, "AsWanted", "%d nodes, as wanted".formatted(seen.wanted()))
                : new Finding("Ready", false, "Progressing", step.sentence());
        return status(cluster, set, step.sentence(), isStep, List.of(ready, balanced));
    }

    /** Takes the step; what is said of Ready where it could not be taken. */
    private Optional<Finding> attempt(Step step, CacheCluster cluster, StatefulSet set) {
        Optional<String> excess =
                step instanceof Step.Configure ? new NodeMemory(set, cluster.getSpec()).excess() : Optional.empty();
        if (excess.isPresent()) {
            return excess.map(message -> new Finding("Ready", false, "MemoryTooSmall", message));
        }
        try {
            nodes.take(step, cluster, set);
            return Optional.empty();
        } catch (KubernetesClientException e) {
            return Optional.of(new Finding("Ready", false, "FailedStep", step.sentence() + ": " + e.getMessage()));
        }
    }

    private CacheClusterStatus status(
            CacheCluster cluster, @Nullable StatefulSet set, String step, boolean isStep, List<Finding> findings) {
        Instant now = clock.instant();
        CacheClusterStatus before = cluster.getStatus();
        String lastStep = before == null ? null : before.lastStepTime();
        return new CacheClusterStatus(
                cluster.getMetadata().getGeneration(),
                set == null ? null : set.getSpec().getReplicas(),
                set == null ? null : new Workload(0, 0, set.getSpec().getSelector()).selectorText(),
                step,
                isStep ? now.toString() : lastStep,
                Finding.stamped(
                        findings,
                        before == null ? List.of() : before.conditions(),
                        cluster.getMetadata().getGeneration(),
                        now));
    }
}
