package dev.platen.compiler;

import dev.platen.contract.flow.LogEntry;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.CloudEvents.Decoded;
import dev.platen.transport.Drain;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.KafkaConfig;
import dev.platen.transport.LogReader;
import dev.platen.transport.Publisher;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads the log of schemas into the {@link Catalogue}, for ever, one fetch of records at a time; and tells when the catalogue
 * knows what the log holds now. Goes on where it was when the brokers were away.
 */
@Startup
@Singleton
class SchemaLog {
    private static final Logger LOG = Logger.getLogger(SchemaLog.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Catalogue catalogue;
    private final Admin admin;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final LogReader log;

    SchemaLog(Catalogue catalogue, KafkaConfig config, Publisher publisher, Drain drain) {
        this.catalogue = catalogue;
        KafkaClients clients = KafkaClients.ofLog(config);
        admin = clients.admin();
        partitions = IntStream.range(0, publisher.partitions(Topic.SCHEMAS))
                .mapToObj(partition -> new TopicPartition(Topic.SCHEMAS.topicName(), partition))
                .toList();
        partitions.forEach(partition -> positions.put(partition, 0L));
        log = new LogReader("platen-schema-log", clients, this::follow, FAREWELL);
        log.start();
        drain.at(Drain.Stage.READERS, "schema log", this::stop);
    }

    private void follow(KafkaConsumer<byte[], byte[]> reader) {
        reader.assign(partitions);
        positions().forEach(reader::seek);
        while (log.isRunning()) {
            reader.poll(POLL).forEach(this::apply);
            reached(partitions.stream().collect(Collectors.toMap(partition -> partition, reader::position)));
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> logged) {
        if (CloudEvents.decode(logged.headers(), logged.value()) instanceof Decoded.Read(LogEntry entry)) {
            catalogue.apply(entry, logged.offset());
        }
    }

    private synchronized Map<TopicPartition, Long> positions() {
        return Map.copyOf(positions);
    }

    private synchronized void reached(Map<TopicPartition, Long> found) {
        if (!positions.equals(found)) {
            positions.putAll(found);
            notifyAll();
        }
    }

    /**
     * Waits until the catalogue knows all that the log held when this was called.
     *
     * @return false where the brokers are away or that took too long
     */
    boolean awaitCurrent(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            return await(ends(patience), end);
        } catch (ExecutionException | TimeoutException away) {
            LOG.warnf("the end of the log of schemas is not known, because of %s", away);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<TopicPartition, Long> ends(Duration patience)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get(patience.toMillis(), TimeUnit.MILLISECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private synchronized boolean await(Map<TopicPartition, Long> ends, long endNanos) throws InterruptedException {
        while (!ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
            long left = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void stop() {
        log.close();
        admin.close(FAREWELL);
    }
}
