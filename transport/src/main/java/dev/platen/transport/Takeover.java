package dev.platen.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How the worker ended that had a partition before, where it did so without a word.
 *
 * @param footprint its last word before that
 * @param attempts processes that may have ended over any of its records: 1, or 0 where nobody has worked here before
 * @param end where the partition ended when it was taken over
 */
record Takeover(Footprint footprint, int attempts, long end) {
    private static final Logger LOG = Logger.getLogger(Takeover.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Makes calls of the consumer that nothing may interrupt. */
    interface Calls {
        void make(Runnable call);
    }

    /** How many processes may have ended over a record. */
    int attempts(long record) {
        return footprint instanceof Footprint.Alone(long offset, int before) && offset == record ? before : attempts;
    }

    /**
     * Takes partitions over. Those that were left in order are marked as being worked on from now on, once for all their
     * records; the others are returned.
     */
    static Map<TopicPartition, Takeover> of(
            KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> assigned, Calls calls) {
        Map<TopicPartition, Takeover> suspicious = new HashMap<>();
        Takeover unknown = new Takeover(new Footprint.Working(), 1, Long.MAX_VALUE);
        assigned.forEach(partition -> suspicious.put(partition, unknown));
        try {
            calls.make(() -> takeOver(consumer, suspicious));
        } catch (KafkaException failed) {
            LOG.warnf("how %s partitions were left cannot be known: %s", suspicious.size(), failed);
        }
        return suspicious;
    }

    private static void takeOver(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Takeover> suspicious) {
        Set<TopicPartition> assigned = Set.copyOf(suspicious.keySet());
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(assigned, PATIENCE);
        Map<TopicPartition, OffsetAndMetadata> left = new HashMap<>();
        consumer.endOffsets(assigned, PATIENCE).forEach((partition, end) -> {
            OffsetAndMetadata last = committed.get(partition);
            Footprint footprint = last == null ? new Footprint.Working() : Footprint.of(last.metadata());
            suspicious.put(partition, new Takeover(footprint, last == null ? 0 : 1, end));
            if (last != null && footprint instanceof Footprint.Left) {
                left.put(partition, new OffsetAndMetadata(last.offset(), new Footprint.Working().text()));
            }
        });
        consumer.commitSync(left, PATIENCE);
        suspicious.keySet().removeAll(left.keySet());
    }
}
