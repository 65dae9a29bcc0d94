package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Reading;
import dev.platen.benchmarks.autoscale.simulation.Reading.PodReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at a pool that is told what it looks like; partitions share everything evenly. */
final class Readings {
    private final List<PodReading> pods = new ArrayList<>();
    private final double at;
    private int replicas = 1;
    private int partitions = 24;
    private long ends;
    private long lag;
    private boolean backlogKnown = true;

    private Readings(double at) {
        this.at = at;
    }

    static Readings at(double at) {
        return new Readings(at);
    }

    Readings replicas(int count) {
        replicas = count;
        return this;
    }

    Readings partitions(int count) {
        partitions = count;
        return this;
    }

    /** Records that have ever arrived, and how many of them are not finished. */
    Readings records(long arrived, long unfinished) {
        ends = arrived;
        lag = unfinished;
        return this;
    }

    Readings brokerSilent() {
        backlogKnown = false;
        return this;
    }

    /** A pod that has been ready for ever. */
    Readings pod(long id, double busySeconds) {
        pods.add(new PodReading(id, 0, 0, true, busySeconds, Math.round(busySeconds * 20)));
        return this;
    }

    /** As many of them, each busy for the same share of the time until now. */
    Readings pods(int count, double share) {
        for (int id = 0; id < count; id++) {
            pod(id, at * share);
        }
        return replicas(count);
    }

    Readings startingPod(long id) {
        pods.add(new PodReading(id, at, Double.POSITIVE_INFINITY, false, 0, 0));
        return this;
    }

    Readings silentPod(long id) {
        pods.add(new PodReading(id, 0, 0, false, 0, 0));
        return this;
    }

    Reading look() {
        return new Reading(at, replicas, backlogKnown, spread(ends), spread(ends - lag), pods);
    }

    private long[] spread(long total) {
        long[] parts = new long[partitions];
        Arrays.fill(parts, total / partitions);
        parts[0] += total % partitions;
        return parts;
    }
}
