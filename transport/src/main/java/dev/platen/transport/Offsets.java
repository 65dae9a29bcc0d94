package dev.platen.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which offsets may be committed while records finish in any order: never past one that is still being worked on.
 * Thread-safe.
 */
final class Offsets {
    private static final class Progress {
        private final TreeSet<Long> unfinished = new TreeSet<>();
        private final Set<Long> begun = new HashSet<>();
        private Footprint footprint = new Footprint.Working();
        private long next;
        private long committed;

        private long safe() {
            return unfinished.isEmpty() ? next : unfinished.first();
        }

        private void abandon(long offset) {
            if (!begun.contains(offset) && unfinished.remove(offset)) {
                next = Math.min(next, offset);
            }
        }

        private OffsetAndMetadata commit() {
            if (footprint instanceof Footprint.Alone alone && !unfinished.contains(alone.offset())) {
                footprint = new Footprint.Working();
            }
            committed = safe();
            return new OffsetAndMetadata(committed, footprint.text());
        }
    }

    /** A record that was taken; of no effect once its partition was given up. */
    final class Taken {
        private final Progress progress;
        private final long offset;

        private Taken(Progress progress, long offset) {
            this.progress = progress;
            this.offset = offset;
        }

        /** Whether the record is still to be worked on; it is not where it was abandoned meanwhile. */
        boolean begin() {
            synchronized (Offsets.this) {
                return progress.unfinished.contains(offset) && progress.begun.add(offset);
            }
        }

        /** Leaves it to whoever gets the partition next, unless work on it has begun. */
        void abandon() {
            synchronized (Offsets.this) {
                progress.abandon(offset);
            }
        }

        void finish() {
            synchronized (Offsets.this) {
                progress.begun.remove(offset);
                progress.unfinished.remove(offset);
                Offsets.this.notifyAll();
            }
        }
    }

    private final Map<TopicPartition, Progress> partitions = new HashMap<>();

    synchronized Taken take(TopicPartition partition, long offset) {
        Progress progress = partitions.computeIfAbsent(partition, _ -> new Progress());
        progress.unfinished.add(offset);
        progress.next = offset + 1;
        return new Taken(progress, offset);
    }

    /** What has become safe to commit since the last call. */
    synchronized Map<TopicPartition, OffsetAndMetadata> committable() {
        Map<TopicPartition, OffsetAndMetadata> result = new HashMap<>();
        partitions.forEach((partition, progress) -> {
            if (progress.safe() > progress.committed) {
                result.put(partition, progress.commit());
            }
        });
        return result;
    }

    /** The commit that says that work on a record of this partition is about to begin. */
    synchronized Map<TopicPartition, OffsetAndMetadata> beginning(TopicPartition partition, Footprint.Alone footprint) {
        Progress progress = partitions.get(partition);
        if (progress == null) {
            return Map.of();
        }
        progress.footprint = footprint;
        return Map.of(partition, progress.commit());
    }

    /**
     * The last word about partitions that were worked on, whether or not something has changed.
     *
     * @param suspicious those of them in which records are still under suspicion
     */
    synchronized Map<TopicPartition, OffsetAndMetadata> farewell(
            Collection<TopicPartition> given, Set<TopicPartition> suspicious) {
        Map<TopicPartition, OffsetAndMetadata> result = new HashMap<>();
        for (TopicPartition partition : given) {
            Progress progress = partitions.get(partition);
            if (progress != null) {
                if (progress.begun.isEmpty() && !suspicious.contains(partition)) {
                    progress.footprint = new Footprint.Left();
                }
                result.put(partition, progress.commit());
            }
        }
        return result;
    }

    /** Leaves what has not begun to whoever gets the partitions next. */
    synchronized void abandon(Collection<TopicPartition> given) {
        for (TopicPartition partition : given) {
            Progress progress = partitions.get(partition);
            if (progress != null) {
                List.copyOf(progress.unfinished).forEach(progress::abandon);
            }
        }
        notifyAll();
    }

    /** Waits until nothing of these partitions is unfinished, for a while. Returns whether that is so. */
    synchronized boolean awaitFinished(Collection<TopicPartition> given, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!areFinished(given)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Whether nothing of these partitions is unfinished. */
    synchronized boolean areFinished(Collection<TopicPartition> given) {
        return given.stream().noneMatch(this::hasUnfinished);
    }

    private boolean hasUnfinished(TopicPartition partition) {
        Progress progress = partitions.get(partition);
        return progress != null && !progress.unfinished.isEmpty();
    }

    synchronized void forget(Collection<TopicPartition> revoked) {
        partitions.keySet().removeAll(revoked);
    }

    synchronized Set<TopicPartition> partitions() {
        return Set.copyOf(partitions.keySet());
    }

    synchronized int inFlight() {
        return partitions.values().stream()
                .mapToInt(progress -> progress.unfinished.size())
                .sum();
    }
}
