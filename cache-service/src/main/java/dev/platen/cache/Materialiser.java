package dev.platen.cache;

import dev.platen.contract.topic.Topic;
import dev.platen.transport.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
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
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final KafkaClients clients;
    private final CacheNode node;
    private final SchemaEntries entries;
    private final CacheMetrics metrics;
    private final Runnable whenReplayed;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean replayed;

    /**
     * Does nothing before {@link #start()}.
     *
     * @param entries where the records go
     * @param whenReplayed called once, when everything is in the cache that was in the log at the start
     */
    Materialiser(
            KafkaClients clients, CacheNode node, SchemaEntries entries, CacheMetrics metrics, Runnable whenReplayed) {
        this.clients = clients;
        this.node = node;
        this.entries = entries;
        this.metrics = metrics;
        this.whenReplayed = whenReplayed;
        thread = Thread.ofPlatform().name("platen-materialiser").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Whether the log is still being read. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        while (isRunning()) {
            try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
                follow(reader);
            } catch (KafkaException | CompletionException away) {
                LOG.warnf("the log of schemas is read again in %s, because of %s", PAUSE, away);
                pause();
            }
        }
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            var _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            stopped.countDown();
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> reader) {
        List<TopicPartition> log = reader.partitionsFor(Topic.SCHEMAS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        reader.assign(log);
        reader.seekToBeginning(log);
        Map<TopicPartition, Long> ends = reader.endOffsets(log);
        Collection<?> holders = node.holders();
        while (isRunning()) {
            write(reader.poll(POLL));
            metrics.lags(log.stream()
                    .mapToLong(partition -> reader.currentLag(partition).orElse(0))
                    .sum());
            announce(reader, ends);
            Collection<?> present = node.holders();
            if (!present.containsAll(holders)) {
                LOG.infof("a cache node has left, %d are there: the log of schemas is read again", present.size());
                reader.seekToBeginning(log);
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
        stopped.countDown();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
