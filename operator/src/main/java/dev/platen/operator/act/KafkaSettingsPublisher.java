package dev.platen.operator.act;

import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes settings on {@link Topic#SETTINGS}, one record per tier. Thread-safe. The producer is opened when it is first
 * needed: an operator whose broker is away still runs.
 */
public final class KafkaSettingsPublisher implements SettingsPublisher, AutoCloseable {
    private static final String SOURCE = "/platen/operator";
    private static final long PATIENCE_SECONDS = 12;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private @Nullable Producer<byte[], byte[]> producer;

    /** Publishes to the brokers of these clients. */
    public KafkaSettingsPublisher(KafkaClients clients) {
        this.clients = clients;
    }

    @Override
    public void publish(PoolSettings settings) {
        CloudEvents.Encoded event = CloudEvents.encode(settings, SOURCE);
        byte[] key = settings.tier().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topic.SETTINGS.topicName(), null, null, key, event.payload(), List.copyOf(event.headers()));
        try {
            open().send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new PublishFailedException(settings.tier(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailedException(settings.tier(), e);
        }
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
