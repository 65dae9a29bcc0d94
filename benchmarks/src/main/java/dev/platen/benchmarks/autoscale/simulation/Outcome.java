package dev.platen.benchmarks.autoscale.simulation;

/**
 * What became of a workload under a law.
 *
 * @param requests that were answered, all of them
 * @param shareOver share of them over the objective
 * @param minutesOver minutes in which more than one in a hundred was over
 * @param median time from arrival to answer, in seconds
 * @param p99 the same, 99th percentile
 * @param p999 the same, 99.9th percentile
 * @param longest the same, the worst
 * @param replicaSeconds time of all pods from being created to being gone
 * @param actions times that the number of replicas was changed
 * @param pauseSeconds time that partitions were paused, summed over them
 */
public record Outcome(
        long requests,
        double shareOver,
        int minutesOver,
        double median,
        double p99,
        double p999,
        double longest,
        double replicaSeconds,
        int actions,
        double pauseSeconds) {
    /** The same in hours. */
    public double replicaHours() {
        return replicaSeconds / 3_600;
    }
}
