package dev.platen.operator.act;

import dev.platen.contract.flow.Notice;
import dev.platen.contract.flow.Notice.PoolDecision;
import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes settings on {@link Topic#SETTINGS}, one record per tier, and decisions on {@link Topic#VITALS}. Thread-safe. The producer is opened when it is first
 * needed: an operator whose broker is away still runs.
 */
public final class KafkaSettingsPublisher implements SettingsPublisher, AutoCloseable {
    private static final String SOURCE = "/platen/operator";
    private static final long PATIENCE_SECONDS = 12;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    /** Decisions that are on their way; with a broker that is away, each takes seconds. */
    private static final int TOLD_AT_ONCE = 16;

    private static final Logger LOG = Logger.getLogger(KafkaSettingsPublisher.class);

    private final KafkaClients clients;
    private final Semaphore telling = new Semaphore(TOLD_AT_ONCE);
    private @Nullable Producer<byte[], byte[]> producer;

    /** Publishes to the brokers of these clients. */
    public KafkaSettingsPublisher(KafkaClients clients) {
        this.clients = clients;
    }

    @Override
    public void publish(PoolSettings settings) {
        try {
            open().send(record(Topic.SETTINGS, settings.tier(), settings)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new PublishFailedException(settings.tier(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailedException(settings.tier(), e);
        }
    }

    @Override
    public void tell(PoolDecision decision) {
        if (!telling.tryAcquire()) {
            return;
        }
        Thread.ofVirtual().name("platen-decision").start(() -> {
            try {
                var _ = open().send(record(Topic.VITALS, decision.pool(), decision));
            } catch (KafkaException | IllegalStateException away) {
                LOG.debugf("the decision for %s was not told: %s", decision.pool(), away.getMessage());
            } finally {
                telling.release();
            }
        });
    }

    private static ProducerRecord<byte[], byte[]> record(Topic topic, String key, Notice notice) {
        CloudEvents.Encoded event = CloudEvents.encode(notice, SOURCE);
        return new ProducerRecord<>(
                topic.topicName(),
                null,
                null,
                key.getBytes(StandardCharsets.UTF_8),
                event.payload(),
                List.copyOf(event.headers()));
    }

    private synchronized Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> opened = producer;
        if (opened == null) {
            opened = clients.safeProducer();
            producer = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_PATIENCE);
        }
    }
}
