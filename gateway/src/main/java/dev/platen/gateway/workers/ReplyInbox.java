package dev.platen.gateway.workers;

import dev.platen.contract.flow.Reply;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.Drain;
import dev.platen.transport.KafkaClients;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** Reads this gateway's partition of the reply topic, from its end: what was answered before it started, nobody awaits. */
@Startup
@Singleton
final class ReplyInbox {
    private static final Logger LOG = Logger.getLogger(ReplyInbox.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Correlator correlator;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean positioned;

    ReplyInbox(KafkaClients clients, ReplyPartition partition, Correlator correlator, Drain drain) {
        this.consumer = clients.reader();
        this.correlator = correlator;
        TopicPartition own = new TopicPartition(Topic.REPLIES.topicName(), partition.number());
        thread = Thread.ofPlatform().name("platen-replies").start(() -> run(own));
        drain.at(Drain.Stage.READERS, "replies", this::stop);
    }

    /** Whether replies to requests sent from now on will be seen. */
    boolean isReady() {
        return positioned && thread.isAlive();
    }

    private void run(TopicPartition own) {
        try (consumer) {
            consumer.assign(List.of(own));
            consumer.seekToEnd(List.of(own));
            consumer.position(own);
            positioned = true;
            while (running) {
                consumer.poll(POLL).forEach(this::deliver);
            }
        } catch (WakeupException stopped) {
            // stop() asked for the end
        } catch (KafkaException broken) {
            LOG.error("the reply inbox ended: the consumer failed", broken);
        }
    }

    private void deliver(ConsumerRecord<byte[], byte[]> polled) {
        switch (CloudEvents.decode(polled.headers(), polled.value())) {
            case CloudEvents.Decoded.Read(Reply reply) -> correlator.deliver(reply);
            case CloudEvents.Decoded.Read(var other) ->
                LOG.debugf(
                        "a %s on the reply topic is ignored", other.getClass().getSimpleName());
            case CloudEvents.Decoded.Unreadable(String reason) -> LOG.debugf("a reply is ignored: %s", reason);
        }
    }

    private void stop() {
        running = false;
        consumer.wakeup();
        try {
            thread.join(POLL.plusSeconds(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
