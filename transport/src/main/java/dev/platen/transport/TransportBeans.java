package dev.platen.transport;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the services of one process share: one set of producers, one cache client. */
final class TransportBeans {
    @Produces
    @Singleton
    KafkaClients clients(KafkaConfig config) {
        return new KafkaClients(config);
    }

    /** What the channels of SmallRye Reactive Messaging are configured with, under the name that they look for. */
    @Produces
    @Singleton
    @Identifier("default-kafka-broker")
    Map<String, Object> channelDefaults(KafkaClients clients) {
        return clients.common();
    }

    /** Whoever gets a publisher may rely on the topics: they were created and checked before. */
    @Produces
    @Singleton
    Publisher publisher(KafkaClients clients, KafkaConfig config, Claims claims) {
        try (Admin admin = clients.admin()) {
            new Topics(admin, config.replication(), InstantSource.system()).ensure(config.startTimeout());
        }
        return new Publisher(clients, "/platen", claims);
    }

    void close(@Disposes Publisher publisher) {
        publisher.close();
    }

    @Produces
    @Singleton
    MeterFilter knownMethods() {
        return new KnownMethods();
    }

    @Produces
    @Singleton
    CacheClient cacheClient(CacheClientConfig config, MeterRegistry registry, Tracing tracing) {
        return new CacheClient(config, registry, tracing);
    }

    @Produces
    @Singleton
    Tracing tracing(TracingConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        return config.endpoint()
                .map(endpoint -> SpanExport.to(endpoint, config, service))
                .orElse(Tracing.OFF);
    }

    void close(@Disposes Tracing tracing) {
        tracing.close();
    }

    @Produces
    @Singleton
    Claims claims(CacheClient cache, MeterRegistry registry) {
        return new Claims(cache, registry);
    }

    void close(@Disposes CacheClient client) {
        client.close();
    }
}
