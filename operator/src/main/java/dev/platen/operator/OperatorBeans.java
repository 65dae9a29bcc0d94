package dev.platen.operator;

import dev.platen.operator.act.KafkaSettingsPublisher;
import dev.platen.operator.cache.CacheClusterReconciler;
import dev.platen.operator.cache.CacheNodes;
import dev.platen.operator.observe.Cluster;
import dev.platen.operator.observe.KafkaTopicProbe;
import dev.platen.operator.observe.Observer;
import dev.platen.operator.observe.PodFigures;
import dev.platen.operator.observe.PodMetrics;
import dev.platen.operator.observe.PrometheusFigures;
import dev.platen.operator.observe.ScrapedFigures;
import dev.platen.operator.reconcile.OperatorMetrics;
import dev.platen.operator.reconcile.WorkerPoolReconciler;
import dev.platen.operator.report.Events;
import dev.platen.operator.schema.SchemaGateway;
import dev.platen.operator.schema.UiSchemaReconciler;
import dev.platen.transport.KafkaClients;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** The parts of the operator, put together; the inner packages know nothing of containers. */
final class OperatorBeans {
    @Produces
    @Singleton
    KafkaTopicProbe topics(KafkaClients clients) {
        return new KafkaTopicProbe(clients);
    }

    void close(@Disposes KafkaTopicProbe topics) {
        topics.close();
    }

    @Produces
    @Singleton
    KafkaSettingsPublisher settings(KafkaClients clients) {
        return new KafkaSettingsPublisher(clients);
    }

    void close(@Disposes KafkaSettingsPublisher settings) {
        settings.close();
    }

    @Produces
    @Singleton
    Observer observer(KubernetesClient client, KafkaTopicProbe topics, OperatorConfig config) {
        PodFigures figures = config.prometheus()
                .url()
                .<PodFigures>map(
                        url -> new PrometheusFigures(url, WorkerPoolReconciler.freshness(config.syncInterval())))
                .orElseGet(ScrapedFigures::new);
        return new Observer(new Cluster(client), topics, figures, InstantSource.system());
    }

    void close(@Disposes Observer observer) {
        observer.close();
    }

    @Produces
    @Singleton
    Events events(KubernetesClient client) {
        return new Events(client, InstantSource.system());
    }

    @Produces
    @Singleton
    PodMetrics podMetrics() {
        return new PodMetrics();
    }

    void close(@Disposes PodMetrics metrics) {
        metrics.close();
    }

    @Produces
    @Singleton
    CacheClusterReconciler caches(KubernetesClient client, PodMetrics metrics, Events events, OperatorConfig config) {
        return new CacheClusterReconciler(
                new CacheNodes(client, metrics), events, InstantSource.system(), config.syncInterval());
    }

    @Produces
    @Singleton
    UiSchemaReconciler schemas(KubernetesClient client, Events events, OperatorConfig config) {
        Optional<SchemaGateway> gateway = config.gateway()
                .url()
                .map(url -> new SchemaGateway(url, config.gateway().apiKeyFile()));
        return new UiSchemaReconciler(client, gateway, events, InstantSource.system());
    }

    @Produces
    @Singleton
    WorkerPoolReconciler reconciler(
            KubernetesClient client,
            Observer observer,
            KafkaSettingsPublisher settings,
            MeterRegistry registry,
            Events events,
            OperatorConfig config) {
        return new WorkerPoolReconciler(
                client,
                observer,
                settings,
                new OperatorMetrics(registry),
                events,
                InstantSource.system(),
                config.syncInterval());
    }
}
