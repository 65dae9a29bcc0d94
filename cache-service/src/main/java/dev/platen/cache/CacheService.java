package dev.platen.cache;

import dev.platen.transport.CacheName;
import dev.platen.transport.Drain;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.KafkaConfig;
import dev.platen.transport.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A cache node in the order of its life: join the cluster, check the log, replay it, let clients in, follow it. Refuses
 * to start on a log that could lose a schema.
 */
@Singleton
final class CacheService {
    private static final Logger LOG = Logger.getLogger(CacheService.class);

    private final CacheConfig config;
    private final KafkaConfig kafka;
    private final MeterRegistry registry;
    private volatile @Nullable CacheNode node;
    private volatile @Nullable Materialiser materialiser;
    private volatile boolean hasShare;

    CacheService(CacheConfig config, KafkaConfig kafka, MeterRegistry registry, Drain drain) {
        this.config = config;
        this.kafka = kafka;
        this.registry = registry;
        drain.at(Drain.Stage.CACHE, "cache", this::stop);
    }

    void start(@Observes StartupEvent event) {
        CacheNode started = CacheNode.start(config);
        node = started;
        KafkaClients clients = KafkaClients.ofLog(kafka);
        try {
            requireSafeLog(clients);
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        CacheMetrics metrics = new CacheMetrics(registry);
        metrics.observe(started);
        SchemaEntries entries = new SchemaEntries(started.cache(CacheName.SCHEMAS));
        Materialiser reading = new Materialiser(clients, started, entries, metrics, () -> open(started));
        materialiser = reading;
        reading.start();
    }

    private void requireSafeLog(KafkaClients clients) {
        try (Admin admin = clients.admin()) {
            new Topics(admin, kafka.replication(), InstantSource.system()).ensure(kafka.startTimeout());
        }
    }

    private void open(CacheNode started) {
        try {
            started.open();
            LOG.infof("cache node serves %s:%d, %d in the cluster", config.host(), started.port(), started.members());
        } catch (RuntimeException e) {
            LOG.fatalf(
                    e,
                    "cache node cannot listen on %s:%d; choose another platen.cache.port",
                    config.host(),
                    config.port());
            Quarkus.asyncExit(1);
        }
    }

    /**
     * Whether clients are served, and this node has had its share of the entries since it started. When other nodes come
     * and go later, it stays ready: it holds what they lack.
     */
    boolean isReady() {
        CacheNode started = node;
        if (started == null || !started.isOpen()) {
            return false;
        }
        hasShare = hasShare || started.isBalanced();
        return hasShare;
    }

    /** Whether entries are on their way between nodes. */
    boolean isRebalancing() {
        CacheNode started = node;
        return started != null && !started.isBalanced();
    }

    /** Whether the log is followed. */
    boolean isAlive() {
        Materialiser reading = materialiser;
        return reading != null && reading.isAlive();
    }

    /** The port on which clients are served. */
    int port() {
        return Objects.requireNonNull(node).port();
    }

    void stop() {
        Materialiser reading = materialiser;
        if (reading != null) {
            reading.close();
        }
        CacheNode started = node;
        if (started != null) {
            started.close();
        }
    }
}
