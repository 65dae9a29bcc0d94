package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToDoubleFunction;

/**
 * Knative's pod autoscaler: the average of a minute over a target, that of six seconds while it panics, and no way down
 * then. It is made for HTTP; what its activator would hold back is the lag here. See
 * <a href="https://knative.dev/docs/serving/autoscaling/kpa-specific/">its documentation</a>.
 */
final class Knative implements Law {
    private static final double TICK = 2;
    private static final int STABLE_TICKS = 30;
    private static final int PANIC_TICKS = 3;
    private static final double STABLE_SECONDS = 60;
    private static final double PANIC_THRESHOLD = 2;
    private static final double MOST_UP = 1_000;
    private static final double MOST_DOWN = 2;

    /** What is averaged. */
    enum Metric {
        /** Requests that wait or are being worked on. */
        CONCURRENCY,
        /** Requests per second. */
        RATE
    }

    private record Past(double at, int replicas) {}

    private final Metric metric;
    private final double target;
    private final double scaleDownDelay;
    private final Deque<Double> values = new ArrayDeque<>();
    private final Deque<Past> past = new ArrayDeque<>();
    private double panicSince = Double.NEGATIVE_INFINITY;
    private int mostWhilePanicking;
    private boolean panicking;
    private long endsBefore;

    /**
     * A law.
     *
     * @param target of the metric for a pod, its target utilization included
     * @param scaleDownDelay {@code scale-down-delay}, in seconds
     */
    Knative(Metric metric, double target, double scaleDownDelay) {
        this.metric = metric;
        this.target = target;
        this.scaleDownDelay = scaleDownDelay;
    }

    @Override
    public double interval() {
        return TICK;
    }

    @Override
    public double delay() {
        return 1;
    }

    @Override
    public int decide(Reading reading) {
        if (!reading.backlogKnown()) {
            return reading.replicas();
        }
        observe(reading);
        double ready = Math.max(1, reading.ready());
        double stable = Math.ceil(average(STABLE_TICKS) / target);
        double panic = Math.ceil(average(PANIC_TICKS) / target);
        boolean over = panic / ready >= PANIC_THRESHOLD;
        if (over) {
            panicking = true;
            panicSince = reading.at();
        } else if (panicking && panicSince + STABLE_SECONDS < reading.at()) {
            panicking = false;
            mostWhilePanicking = 0;
        }
        ToDoubleFunction<Double> bounded = wish -> Math.clamp(wish, Math.floor(ready / MOST_DOWN), MOST_UP * ready);
        int desired = (int) bounded.applyAsDouble(stable);
        if (panicking) {
            mostWhilePanicking = Math.max(mostWhilePanicking, Math.max(desired, (int) bounded.applyAsDouble(panic)));
            desired = mostWhilePanicking;
        }
        return delayed(reading.at(), desired);
    }

    private void observe(Reading reading) {
        long ends = 0;
        for (long end : reading.ends()) {
            ends += end;
        }
        values.addLast(metric == Metric.CONCURRENCY ? reading.lag() : (ends - endsBefore) / TICK);
        endsBefore = ends;
        if (values.size() > STABLE_TICKS) {
            values.removeFirst();
        }
    }

    private double average(int ticks) {
        return values.stream()
                .skip(Math.max(0, values.size() - ticks))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private int delayed(double now, int desired) {
        past.addLast(new Past(now, desired));
        while (past.getFirst().at() < now - scaleDownDelay) {
            past.removeFirst();
        }
        return past.stream().mapToInt(Past::replicas).max().orElseThrow();
    }
}
