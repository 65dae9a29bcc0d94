package dev.platen.operator.decide;

import java.time.Instant;
import java.util.List;

/**
 * What the broker says about a topic and a group.
 *
 * @param at when it was read
 * @param partitions one entry per partition, at least one
 * @param growth by how much the arrivals of all partitions rise, in records per second and second; 0 where they do not
 */
public record Backlog(Instant at, List<Partition> partitions, double growth) {
    /** Copies the list; refuses a topic without partitions and a growth that cannot be. */
    public Backlog {
        if (!(growth >= 0 && growth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("growth must be finite and not negative, found " + growth);
        }
        partitions = List.copyOf(partitions);
        if (partitions.isEmpty()) {
            throw new IllegalArgumentException("a topic has at least one partition, found none");
        }
    }

    /** A topic whose arrivals do not rise. */
    public Backlog(Instant at, List<Partition> partitions) {
        this(at, partitions, 0);
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
