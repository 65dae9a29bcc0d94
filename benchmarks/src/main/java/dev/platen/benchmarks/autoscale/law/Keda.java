package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Reading;

/**
 * KEDA's Apache Kafka scaler above one replica: the lag of the group over a threshold, at most one replica for a partition,
 * carried out by a HorizontalPodAutoscaler that takes the lag as an external metric with an average value. It knows no
 * rates. See <a href="https://keda.sh/docs/latest/scalers/apache-kafka/">its documentation</a>.
 */
final class Keda implements Law {
    private final long threshold;
    private final boolean even;
    private final Behavior behavior;

    /**
     * A law.
     *
     * @param threshold {@code lagThreshold}, records for a replica
     * @param even {@code ensureEvenDistributionOfPartitions}: only numbers that divide that of the partitions
     * @param window stabilization on the way down, in seconds
     */
    Keda(long threshold, boolean even, double window) {
        this.threshold = threshold;
        this.even = even;
        behavior = new Behavior(window);
    }

    @Override
    public double interval() {
        return Behavior.SYNC;
    }

    @Override
    public double delay() {
        return 1;
    }

    @Override
    public int decide(Reading reading) {
        int current = reading.replicas();
        if (!reading.backlogKnown()) {
            return current;
        }
        double metric = metric(reading.lag(), reading.ends().length);
        double ratio = metric / ((double) threshold * current);
        int desired = Behavior.isTolerated(ratio) ? current : (int) Math.ceil(metric / threshold);
        return behavior.apply(reading.at(), current, desired);
    }

    private long metric(long lag, int partitions) {
        long metric = lag;
        if (even) {
            int replicas = 1;
            while (replicas < partitions && (partitions % replicas != 0 || replicas * threshold < lag)) {
                replicas++;
            }
            metric = replicas * threshold;
        }
        return Math.min(metric, partitions * threshold);
    }
}
