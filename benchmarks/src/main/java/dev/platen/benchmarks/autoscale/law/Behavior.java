package dev.platen.benchmarks.autoscale.law;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the HorizontalPodAutoscaler does with a desired number, with its defaults but for the window: up at once by at most 4
 * pods or 100 % in 15 seconds, whichever is more; down as far as the highest number of a window. See
 * <a href="https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/">its documentation</a>.
 */
final class Behavior {
    /** Time between two looks, in seconds; also the period of the policies. */
    static final double SYNC = 15;

    /** A ratio this close to 1 changes nothing. */
    static final double TOLERANCE = 0.1;

    private static final int PODS = 4;

    private record Wish(double at, int replicas) {}

    private final double window;
    private final Deque<Wish> wishes = new ArrayDeque<>();

    Behavior(double window) {
        this.window = window;
    }

    static boolean isTolerated(double ratio) {
        return Math.abs(ratio - 1) <= TOLERANCE;
    }

    int apply(double now, int current, int desired) {
        wishes.addLast(new Wish(now, desired));
        while (wishes.getFirst().at() < now - window) {
            wishes.removeFirst();
        }
        int highest = wishes.stream().mapToInt(Wish::replicas).max().orElseThrow();
        // The window is one of the way down: it can hold the number, never raise it.
        int stabilized = Math.max(desired, Math.min(current, highest));
        return Math.min(stabilized, Math.max(current + PODS, 2 * current));
    }
}
