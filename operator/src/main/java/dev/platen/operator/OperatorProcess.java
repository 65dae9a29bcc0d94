package dev.platen.operator;

import dev.platen.operator.reconcile.WorkerPoolReconciler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Starts the operator with the process and stops it with it. */
@Singleton
final class OperatorProcess {
    private final OperatorConfig config;
    private final KubernetesClient client;
    private final WorkerPoolReconciler reconciler;
    private final Operator operator;
    private volatile boolean stopping;

    @Inject
    OperatorProcess(OperatorConfig config, KubernetesClient client, WorkerPoolReconciler reconciler) {
        this.config = config;
        this.client = client;
        this.reconciler = reconciler;
        this.operator = new Operator(this::configure);
    }

    /** Whether pools are watched and no watch is broken; an operator that waits for its lease is running too. */
    boolean isRunning() {
        return operator.getRuntimeInfo().isStarted()
                && operator.getRuntimeInfo().allEventSourcesAreHealthy();
    }

    void start(@Observes StartupEvent event) {
        operator.register(
                reconciler, pools -> pools.settingNamespaces(config.namespaces().orElse(Set.of())));
        try {
            operator.start();
        } catch (OperatorException e) {
            throw new IllegalStateException(
                    "the operator could not start: %s; it needs k8s/crds/workerpools.platen.dev-v1.yml in the cluster, and a service account that may do what docs/operator.md lists"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        operator.stop();
    }

    private void configure(ConfigurationServiceOverrider settings) {
        settings.withKubernetesClient(client).withCloseClientOnStop(false);
        OperatorConfig.LeaderElection election = config.leaderElection();
        if (election.enabled()) {
            settings.withLeaderElectionConfiguration(
                    LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(election.lease())
                            .withLeaseNamespace(election.namespace().orElseGet(client::getNamespace))
                            .withLeaderCallbacks(new LeaderCallbacks(() -> {}, this::giveUp, _ -> {}))
                            .build());
        }
    }

    /**
     * Without the lease somebody else controls the pools, so this process ends and is started again as one that waits. The
     * SDK would call {@code System.exit}, which never returns while a process is already on its way out.
     */
    private void giveUp() {
        if (!stopping) {
            Quarkus.asyncExit(1);
        }
    }
}
