package dev.platen.benchmarks.autoscale.simulation;

/**
 * Where the pods run.
 *
 * @param threads working threads of a pod
 * @param minReplicas fewest pods, also at the start
 * @param maxReplicas most pods
 * @param podStart mean time from creating a pod to its first record, in seconds; each pod takes up to a fifth more or less
 * @param sharing how the pods share the partitions
 * @param pause how long a partition is paused when it moves, in seconds
 * @param loss probability that a pod, or the broker, does not answer a look
 * @param slownessSeen what the pods say they were busy, over what they were; 1 where they are right
 * @param objective in how many seconds a request must be answered, waiting and work together
 */
public record Surroundings(
        int threads,
        int minReplicas,
        int maxReplicas,
        double podStart,
        Sharing sharing,
        double pause,
        double loss,
        double slownessSeen,
        double objective) {}
