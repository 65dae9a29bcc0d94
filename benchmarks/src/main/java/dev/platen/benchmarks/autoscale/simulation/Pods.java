package dev.platen.benchmarks.autoscale.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** The pods, by the places they have; a place is given to another pod once its pod is gone. */
final class Pods {
    private static final double START_SPREAD = 0.2;

    /** One pod; its place is that in the arrays of the group. */
    record Pod(long id, int place, double createdAt, double readyAt) {}

    private final Surroundings surroundings;
    private final SplittableRandom random;
    private final List<Pod> pods = new ArrayList<>();
    private final boolean[] taken;
    private long created;
    private double replicaSeconds;

    Pods(Surroundings surroundings, SplittableRandom random) {
        this.surroundings = surroundings;
        this.random = random;
        taken = new boolean[surroundings.maxReplicas()];
    }

    List<Pod> all() {
        return pods;
    }

    /** The pods that take part at some moment, oldest first. */
    List<Pod> ready(double now) {
        return pods.stream().filter(pod -> pod.readyAt() <= now).toList();
    }

    /** When the next pod gets ready, infinite where none is starting. */
    double nextReady(double now) {
        return pods.stream()
                .mapToDouble(Pod::readyAt)
                .filter(at -> at > now)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Pods that are there from the start. */
    void begin(int replicas) {
        for (int i = 0; i < replicas; i++) {
            add(0, 0);
        }
    }

    /** Creates pods, or takes pods away as a ReplicaSet does: those that are starting first, then the youngest. */
    List<Pod> scale(int replicas, double now) {
        List<Pod> gone = new ArrayList<>();
        while (pods.size() > replicas) {
            Pod last = pods.stream()
                    .max(Comparator.comparingDouble(Pod::readyAt).thenComparingLong(Pod::id))
                    .orElseThrow();
            pods.remove(last);
            taken[last.place()] = false;
            replicaSeconds += now - last.createdAt();
            gone.add(last);
        }
        while (pods.size() < replicas) {
            double spread = 1 + random.nextDouble(-START_SPREAD, START_SPREAD);
            add(now, now + surroundings.podStart() * spread);
        }
        return gone;
    }

    private void add(double now, double readyAt) {
        int place = 0;
        while (taken[place]) {
            place++;
        }
        taken[place] = true;
        pods.add(new Pod(created++, place, now, readyAt));
    }

    /** Time of all pods that there ever were. */
    double replicaSeconds(double now) {
        return replicaSeconds
                + pods.stream().mapToDouble(pod -> now - pod.createdAt()).sum();
    }
}
