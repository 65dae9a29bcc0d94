package dev.platen.transport;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which offsets may be committed while records finish in any order: never past one that is still being worked on.
 * Thread-safe.
 */
final class Offsets {
    private static final class Progress {
        private final TreeSet<Long> inFlight = new TreeSet<>();
        private long next;
        private long committed;
    }

    private final Map<TopicPartition, Progress> partitions = new HashMap<>();

    synchronized void started(TopicPartition partition, long offset) {
        Progress progress = partitions.computeIfAbsent(partition, _ -> new Progress());
        progress.inFlight.add(offset);
        progress.next = offset + 1;
    }

    /** Finishing a record of a partition that was taken away meanwhile is harmless. */
    synchronized void finished(TopicPartition partition, long offset) {
        Progress progress = partitions.get(partition);
        if (progress != null) {
            progress.inFlight.remove(offset);
        }
    }

    /** What has become safe to commit since the last call. */
    synchronized Map<TopicPartition, OffsetAndMetadata> committable() {
        Map<TopicPartition, OffsetAndMetadata> result = new HashMap<>();
        partitions.forEach((partition, progress) -> {
            long safe = progress.inFlight.isEmpty() ? progress.next : progress.inFlight.first();
            if (safe > progress.committed) {
                progress.committed = safe;
                result.put(partition, new OffsetAndMetadata(safe));
            }
        });
        return result;
    }

    synchronized void forget(Collection<TopicPartition> revoked) {
        partitions.keySet().removeAll(revoked);
    }

    synchronized int inFlight() {
        return partitions.values().stream()
                .mapToInt(progress -> progress.inFlight.size())
                .sum();
    }
}
