package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Reading;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Numaflow's autoscaler for a source vertex: the time in which what is pending would be processed at the rate of late, over
 * a target, times the replicas that are ready. A few replicas at a time, with a cool-down after every change. See
 * <a href="https://numaflow.numaproj.io/user-guide/reference/autoscaling/">its documentation</a>.
 */
final class Numaflow implements Law {
    private static final double LOOK = 15;
    private static final double LOOKBACK = 120;

    private record Sample(double at, long lag, long committed) {}

    private final double targetSeconds;
    private final double cooldown;
    private final int step;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private double changedAt = Double.NEGATIVE_INFINITY;

    /**
     * A law.
     *
     * @param targetSeconds {@code targetProcessingSeconds}
     * @param cooldown {@code scaleUpCooldownSeconds} and {@code scaleDownCooldownSeconds}
     * @param step {@code replicasPerScaleUp} and {@code replicasPerScaleDown}
     */
    Numaflow(double targetSeconds, double cooldown, int step) {
        this.targetSeconds = targetSeconds;
        this.cooldown = cooldown;
        this.step = step;
    }

    @Override
    public double interval() {
        return LOOK;
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
        long committed = 0;
        for (long partition : reading.committed()) {
            committed += partition;
        }
        samples.addLast(new Sample(reading.at(), reading.lag(), committed));
        while (samples.getFirst().at() < reading.at() - LOOKBACK) {
            samples.removeFirst();
        }
        if (samples.size() < 2 || reading.at() - changedAt < cooldown) {
            return current;
        }
        int desired = desired(Math.max(1, reading.ready()));
        int decided = Math.clamp(desired, current - step, current + step);
        changedAt = decided == current ? changedAt : reading.at();
        return decided;
    }

    private int desired(int ready) {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double rate = (last.committed() - first.committed()) / (last.at() - first.at());
        double pending = samples.stream().mapToLong(Sample::lag).average().orElseThrow();
        if (rate == 0 || pending == 0) {
            return 1;
        }
        long desired = Math.max(1, Math.round(pending / rate / targetSeconds * ready));
        return (int) Math.max(1, Math.min(desired, (long) pending));
    }
}
