package dev.platen.operator.observe;

import dev.platen.transport.KafkaClients;
import dev.platen.transport.KafkaFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Reads offsets with Kafka's administration client, which is opened when it is first needed: an operator whose broker is
 * away still runs. Thread-safe.
 */
public final class KafkaTopicProbe implements TopicProbe, AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    /** Questions that nobody answers would hold up the end of the process for a minute. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private @Nullable Admin admin;

    /** Asks the brokers of these clients. */
    public KafkaTopicProbe(KafkaClients clients) {
        this.clients = clients;
    }

    @Override
    public Reading read(String topic, String group) {
        try {
            List<TopicPartition> partitions = partitions(topic);
            Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    await(open().listOffsets(toMap(partitions)).all());
            return new Reading.Offsets(positions(ends, committed));
        } catch (ExecutionException e) {
            return unreadable(topic, e.getCause());
        } catch (TimeoutException e) {
            return new Reading.Unreadable(
                    "topic %s: the broker gave no answer within %d s".formatted(topic, PATIENCE_SECONDS));
        } catch (KafkaException e) {
            return unreadable(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reading.Unreadable("topic %s: interrupted".formatted(topic));
        }
    }

    private List<TopicPartition> partitions(String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        var descriptions = await(open().describeTopics(List.of(topic)).allTopicNames());
        return descriptions.values().stream()
                .flatMap(description -> description.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return await(open().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    private static Map<TopicPartition, OffsetSpec> toMap(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
        partitions.forEach(partition -> specs.put(partition, OffsetSpec.latest()));
        return specs;
    }

    private static Map<Integer, Position> positions(
            Map<TopicPartition, ListOffsetsResultInfo> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<Integer, Position> positions = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata own = committed.get(partition);
            positions.put(
                    partition.partition(), new Position(end.offset(), own == null ? Position.NOWHERE : own.offset()));
        });
        return positions;
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Reading unreadable(String topic, @Nullable Throwable cause) {
        return new Reading.Unreadable("topic %s: %s".formatted(topic, KafkaFailure.sentence(cause)));
    }

    private synchronized Admin open() {
        Admin opened = admin;
        if (opened == null) {
            opened = clients.admin();
            admin = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(CLOSE_PATIENCE);
        }
    }
}
