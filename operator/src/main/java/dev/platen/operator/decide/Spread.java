package dev.platen.operator.decide;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How something (a rate, a demand) is spread over the partitions of a topic.
 *
 * @param total the sum over all partitions
 * @param hottest the partition that has most
 * @param partitions number of partitions, at least 1
 */
record Spread(double total, double hottest, int partitions) {
    static Spread of(List<Backlog.Partition> partitions, ToDoubleFunction<Backlog.Partition> figure) {
        double total = 0;
        double hottest = 0;
        for (Backlog.Partition partition : partitions) {
            double value = figure.applyAsDouble(partition);
            total += value;
            hottest = Math.max(hottest, value);
        }
        return new Spread(total, hottest, partitions.size());
    }

    /** The same, so many times as much. */
    Spread times(double factor) {
        return new Spread(total * factor, hottest * factor, partitions);
    }

    /**
     * What the pod with most gets: it has ⌈partitions / replicas⌉ of them, the hottest among these and the others
     * average. With an even load this is the staircase total · ⌈P / n⌉ / P.
     */
    double hottestPod(int replicas) {
        if (partitions == 1) {
            return total;
        }
        return hottest + (partitionsOfBusiestPod(partitions, replicas) - 1) * (total - hottest) / (partitions - 1);
    }

    private static int partitionsOfBusiestPod(int partitions, int replicas) {
        return Math.ceilDiv(partitions, replicas);
    }

    /**
     * The numbers of replicas at which the busiest pod gets fewer partitions than with one replica fewer; between them
     * more pods change nothing for it.
     *
     * @param most no number above it is given
     */
    static IntStream edges(int partitions, int most) {
        return IntStream.rangeClosed(1, Math.min(partitions, most))
                .filter(replicas -> replicas == 1
                        || partitionsOfBusiestPod(partitions, replicas)
                                < partitionsOfBusiestPod(partitions, replicas - 1));
    }
}
