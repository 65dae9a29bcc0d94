package dev.platen.operator;

import dev.platen.operator.cache.CacheClusterReconciler;
import dev.platen.operator.reconcile.WorkerPoolReconciler;
import dev.platen.operator.schema.UiSchemaReconciler;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** Starts the operator with the process and stops it with it. */
@Singleton
final class OperatorProcess {
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final OperatorConfig config;
    private final KubernetesClient client;
    private final WorkerPoolReconciler pools;
    private final CacheClusterReconciler caches;
    private final UiSchemaReconciler schemas;
    private final Operator operator;
    private volatile boolean stopping;

    @Inject
    OperatorProcess(
            OperatorConfig config,
            KubernetesClient client,
            WorkerPoolReconciler pools,
            CacheClusterReconciler caches,
            UiSchemaReconciler schemas) {
        this.config = config;
        this.client = client;
        this.pools = pools;
        this.caches = caches;
        this.schemas = schemas;
        this.operator = new Operator(this::configure);
    }

    /** Whether pools are watched and no watch is broken; an operator that waits for its lease is running too. */
    boolean isRunning() {
        return operator.getRuntimeInfo().isStarted()
                && operator.getRuntimeInfo().allEventSourcesAreHealthy();
    }

    void start(@Observes StartupEvent event) {
        register(pools);
        register(caches);
        register(schemas);
        try {
            operator.start();
        } catch (OperatorException e) {
            throw new IllegalStateException(
                    "the operator could not start: %s; it needs the definitions of k8s/crds in the cluster, and a service account that may do what docs/operator.md lists"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private <R extends HasMetadata> void register(Reconciler<R> reconciler) {
        operator.register(reconciler, settings -> settings.settingNamespaces(
                        config.namespaces().orElse(Set.of()))
                .withRetry(retry()));
    }

    /**
     * For ever, at growing intervals: the SDK would try five times, within half a minute, and then leave a resource alone until
     * somebody changes it. API servers are away for longer.
     */
    static Retry retry() {
        return new GenericRetry().setMaxInterval(LONGEST_RETRY.toMillis()).withoutMaxAttempts();
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
