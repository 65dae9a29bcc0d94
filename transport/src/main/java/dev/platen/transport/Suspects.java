package dev.platen.transport;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Records that may have ended the process that worked on them before. A worker that ends without a word leaves no mark
 * on the record that ended it, so all that it may have taken is under suspicion; such records wait here to be worked on
 * one at a time, each after a mark that outlives the process. All others are never marked, and cost nothing.
 *
 * <p>For one thread.
 */
final class Suspects {
    /** After so many processes that ended over it, a record is put aside. */
    static final int MAX_ATTEMPTS = 2;

    /**
     * One of them.
     *
     * @param attempts how many processes may have ended over it
     */
    record Suspect(ConsumerRecord<byte[], byte[]> polled, Offsets.Taken taken, int attempts) {
        TopicPartition partition() {
            return new TopicPartition(polled.topic(), polled.partition());
        }
    }

    private static final class Inheritance {
        private final Takeover from;
        private int most;

        Inheritance(Takeover from, int most) {
            this.from = from;
            this.most = most;
        }
    }

    private final Map<TopicPartition, Inheritance> inherited = new HashMap<>();
    private final Deque<Suspect> waiting = new ArrayDeque<>();

    /**
     * Takes a partition over from a worker that ended without a word.
     *
     * @param most records that it can have had in flight
     */
    void inherit(TopicPartition partition, Takeover from, int most) {
        inherited.put(partition, new Inheritance(from, most));
    }

    /** Whether the record is one of them; it then waits here. */
    boolean hold(TopicPartition partition, ConsumerRecord<byte[], byte[]> polled, Offsets.Taken taken) {
        Inheritance inheritance = inherited.get(partition);
        if (inheritance == null) {
            return false;
        }
        if (polled.offset() >= inheritance.from.end() || inheritance.most == 0) {
            inherited.remove(partition);
            return false;
        }
        inheritance.most--;
        waiting.add(new Suspect(polled, taken, inheritance.from.attempts(polled.offset())));
        return true;
    }

    /** The one that waits longest, or null. */
    @Nullable
    Suspect next() {
        return waiting.peek();
    }

    /** The one that waits longest waits no more. */
    void settle() {
        waiting.remove();
    }

    /** The partitions of those that wait. */
    Set<TopicPartition> partitions() {
        return waiting.stream().map(Suspect::partition).collect(Collectors.toUnmodifiableSet());
    }

    /** Leaves all that wait to whoever gets their partitions next. */
    void abandon() {
        waiting.forEach(suspect -> suspect.taken().abandon());
    }

    /** Leaves partitions to somebody else. */
    void forget(Collection<TopicPartition> revoked) {
        inherited.keySet().removeAll(revoked);
        waiting.removeIf(suspect -> revoked.contains(suspect.partition()));
    }
}
