package dev.platen.benchmarks.autoscale.workload;

/**
 * Requests in the order of their arrival. The arrays are not copied and must not be written to.
 *
 * @param seconds length of the span in which they arrive
 * @param partitions of the topic, at most 255
 * @param arrivals when they arrive, in seconds from the start, ascending
 * @param work what they cost a thread, in seconds
 * @param partition where they are kept, from 0
 */
public record Workload(double seconds, int partitions, double[] arrivals, float[] work, byte[] partition) {
    private static final int MOST_PARTITIONS = 255;

    /** Refuses arrays of different lengths and more partitions than a byte can name. */
    public Workload {
        if (arrivals.length != work.length || arrivals.length != partition.length) {
            throw new IllegalArgumentException("every request needs a time, work and a partition, found %d, %d and %d"
                    .formatted(arrivals.length, work.length, partition.length));
        }
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new IllegalArgumentException("a topic has 1 to 255 partitions here, found " + partitions);
        }
    }

    /** How many requests there are. */
    public int size() {
        return arrivals.length;
    }
}
