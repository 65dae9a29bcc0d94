package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Reading;
import dev.platen.benchmarks.autoscale.simulation.Reading.PodReading;
import java.util.HashMap;
import java.util.Map;

/**
 * The HorizontalPodAutoscaler on the average use of processors. Pods that are not ready, or not for a whole interval, count
 * as idle where the others ask for more; pods that do not answer count as idle on the way up and as on target on the way
 * down; where that turns the direction round, nothing changes. Metrics are an interval old when they are acted upon, since
 * the metrics server has an interval of its own.
 */
final class HorizontalPodAutoscaler implements Law {
    private final double target;
    private final int threads;
    private final Behavior behavior;
    private final Map<Long, Double> busy = new HashMap<>();
    private double lastLook;

    /**
     * A law.
     *
     * @param target average use of the threads that it keeps, between 0 and 1
     * @param threads of a pod
     * @param window stabilization on the way down, in seconds
     */
    HorizontalPodAutoscaler(double target, int threads, double window) {
        this.target = target;
        this.threads = threads;
        behavior = new Behavior(window);
    }

    @Override
    public double interval() {
        return Behavior.SYNC;
    }

    @Override
    public double delay() {
        return Behavior.SYNC - 1;
    }

    @Override
    public int decide(Reading reading) {
        double used = 0;
        int measured = 0;
        int unready = 0;
        int missing = 0;
        Map<Long, Double> seen = new HashMap<>();
        for (PodReading pod : reading.pods()) {
            Double before = busy.get(pod.id());
            if (!pod.ready() || pod.readyAt() > lastLook) {
                unready++;
            } else if (!pod.answered() || before == null) {
                missing++;
            } else {
                used += (pod.busySeconds() - before) / (reading.at() - lastLook) / threads;
                measured++;
            }
            if (pod.ready() && pod.answered()) {
                seen.put(pod.id(), pod.busySeconds());
            }
        }
        busy.clear();
        busy.putAll(seen);
        lastLook = reading.at();
        int desired =
                measured == 0 ? reading.replicas() : desired(used, measured, unready, missing, reading.replicas());
        return behavior.apply(reading.at(), reading.replicas(), desired);
    }

    private int desired(double used, int measured, int unready, int missing, int current) {
        double ratio = used / measured / target;
        boolean countUnready = unready > 0 && ratio > 1;
        if (!countUnready && missing == 0) {
            return Behavior.isTolerated(ratio) ? current : (int) Math.ceil(ratio * measured);
        }
        int counted = measured + missing + (countUnready ? unready : 0);
        double corrected = (used + (ratio < 1 ? missing * target : 0)) / counted / target;
        boolean turned = (ratio < 1) != (corrected < 1);
        if (Behavior.isTolerated(corrected) || turned) {
            return current;
        }
        int desired = (int) Math.ceil(corrected * counted);
        boolean contradicts = corrected < 1 ? desired > current : desired < current;
        return contradicts ? current : desired;
    }
}
