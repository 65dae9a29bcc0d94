package dev.platen.cache;

import dev.platen.contract.topic.Topic;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.LogReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of schemas from its beginning, for ever, and writes it into the cache: one thread, at most one fetch of
 * records in memory. Reads all of it again when a node has left, because entries may have gone with it.
 */
final class Materialiser implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Materialiser.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final CacheNode node;
    private final SchemaEntries entries;
    private final CacheMetrics metrics;
    private final Runnable whenReplayed;
    private final LogReader log;
    private boolean replayed;

    /**
     * Does nothing before {@link #start()}.
     *
     * @param entries where the records go
     * @param whenReplayed called once, when everything is in the cache that was in the log at the start
     */
    Materialiser(
            KafkaClients clients, CacheNode node, SchemaEntries entries, CacheMetrics metrics, Runnable whenReplayed) {
        this.node = node;
        this.entries = entries;
        this.metrics = metrics;
        this.whenReplayed = whenReplayed;
        log = new LogReader("platen-materialiser", clients, this::follow, FAREWELL);
    }

    void start() {
        log.start();
    }

    /** Whether the log is still being read. */
    boolean isAlive() {
        return log.isAlive();
    }

    private void follow(KafkaConsumer<byte[], byte[]> reader) {
        List<TopicPartition> partitions = reader.partitionsFor(Topic.SCHEMAS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        Collection<?> holders = node.holders();
        while (log.isRunning()) {
            write(reader.poll(POLL));
            metrics.lags(partitions.stream()
                    .mapToLong(partition -> reader.currentLag(partition).orElse(0))
                    .sum());
            announce(reader, ends);
            Collection<?> present = node.holders();
            if (!present.containsAll(holders)) {
                LOG.infof("a cache node has left, %d are there: the log of schemas is read again", present.size());
                reader.seekToBeginning(partitions);
            }
            holders = present;
        }
    }

    private void write(ConsumerRecords<byte[], byte[]> fetched) {
        List<CompletableFuture<@Nullable Void>> written = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> logged : fetched) {
            switch (entries.apply(logged)) {
                case SchemaEntries.Outcome.Applied(var writing) -> {
                    written.add(writing);
                    metrics.recordApplied();
                }
                case SchemaEntries.Outcome.Ignored(String reason) -> {
                    LOG.warnf(
                            "record %d of %s-%d is ignored: %s",
                            logged.offset(), logged.topic(), logged.partition(), reason);
                    metrics.recordIgnored();
                }
            }
        }
        written.forEach(CompletableFuture::join);
    }

    private void announce(KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
        if (!replayed && ends.entrySet().stream().allMatch(end -> reader.position(end.getKey()) >= end.getValue())) {
            replayed = true;
            whenReplayed.run();
        }
    }

    /** Stops reading; waits for what is being written. */
    @Override
    public void close() {
        log.close();
    }
}
