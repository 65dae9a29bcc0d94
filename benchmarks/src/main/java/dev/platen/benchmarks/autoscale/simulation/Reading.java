package dev.platen.benchmarks.autoscale.simulation;

import java.util.List;

/**
 * What can be seen at one moment.
 *
 * @param at seconds from the start
 * @param replicas what the workload is set to
 * @param backlogKnown whether the broker answered; where not, ends and committed are those of now and must not be used
 * @param ends records that have arrived, by partition
 * @param committed records that are finished, by partition
 * @param pods those that are there, starting ones included
 */
public record Reading(
        double at, int replicas, boolean backlogKnown, long[] ends, long[] committed, List<PodReading> pods) {
    /** Copies the list; the arrays are handed over. */
    public Reading {
        pods = List.copyOf(pods);
    }

    /**
     * One pod.
     *
     * @param id never used again
     * @param createdAt in seconds from the start
     * @param readyAt when it took part for the first time, infinite while it is starting
     * @param answered whether it showed its counters
     * @param busySeconds what its threads have worked
     * @param records what it has finished
     */
    public record PodReading(
            long id, double createdAt, double readyAt, boolean answered, double busySeconds, long records) {
        /** Whether it takes part. */
        public boolean ready() {
            return readyAt < Double.POSITIVE_INFINITY;
        }
    }

    /** Records that wait or are being worked on. */
    public long lag() {
        long lag = 0;
        for (int partition = 0; partition < ends.length; partition++) {
            lag += ends[partition] - committed[partition];
        }
        return lag;
    }

    /** Pods that take part. */
    public int ready() {
        int ready = 0;
        for (PodReading pod : pods) {
            ready += pod.ready() ? 1 : 0;
        }
        return ready;
    }
}
