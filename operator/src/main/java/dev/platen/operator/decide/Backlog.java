package dev.platen.operator.decide;

import java.time.Instant;
import java.util.List;

/**
 * What the broker says about a topic and a group.
 *
 * @param at when it was read
 * @param partitions one entry per partition, at least one
 */
public record Backlog(Instant at, List<Partition> partitions) {
    /** Copies the list; refuses a topic without partitions. */
    public Backlog {
        partitions = List.copyOf(partitions);
        if (partitions.isEmpty()) {
            throw new IllegalArgumentException("a topic has at least one partition, found none");
        }
    }

    /** Records that arrive per second, over all partitions. */
    public double arrivalRate() {
        return partitions.stream().mapToDouble(Partition::arrivalRate).sum();
    }

    /** Records that wait, over all partitions. */
    public long lag() {
        return partitions.stream().mapToLong(Partition::lag).sum();
    }

    /**
     * One partition.
     *
     * @param arrivalRate records per second, finite and not negative
     * @param lag records that the group has not finished, not negative
     */
    public record Partition(double arrivalRate, long lag) {
        /** Refuses figures that cannot be. */
        public Partition {
            if (!(arrivalRate >= 0 && arrivalRate < Double.POSITIVE_INFINITY) || lag < 0) {
                throw new IllegalArgumentException(
                        "arrival rate and lag must not be negative, found %s and %d".formatted(arrivalRate, lag));
            }
        }
    }
}
