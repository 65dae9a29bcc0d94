package dev.platen.render;

import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.contract.flow.WorkerTier;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.Publisher;
import dev.platen.transport.WorkLane;
import dev.platen.transport.WorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes render requests from Kafka and hands them to {@link RenderStep}; takes pool sizes from the operator. */
@Startup
@Singleton
final class RenderInbox {
    private final WorkLane lane;

    RenderInbox(
            KafkaClients clients, Publisher publisher, RenderStep step, RenderConfig config, MeterRegistry registry) {
        lane = new WorkLane(
                clients,
                WorkerTier.RENDER,
                step::work,
                publisher,
                new WorkerMetrics(registry, WorkerTier.RENDER),
                config.workers().orElse(Runtime.getRuntime().availableProcessors()),
                config.inFlight());
        lane.start();
    }

    @Incoming("render-settings")
    void resize(ConsumerRecord<byte[], byte[]> changed) {
        if (CloudEvents.decode(changed.headers(), changed.value())
                        instanceof CloudEvents.Decoded.Read(PoolSettings settings)
                && settings.tier().equals(WorkerTier.RENDER.label())) {
            lane.resize(settings.workers(), settings.inFlight());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        lane.close();
    }
}
