package dev.platen.operator.decide;

import java.util.Comparator;
import java.util.List;

/**
 * How fast the threads work, with any number of replicas.
 *
 * @param serviceRate records that one thread finishes per second of work, with {@code replicas} of them
 * @param replicas at which that was measured
 * @param speeds what was measured before, at other numbers of replicas
 * @param scalability what replicas cost each other
 */
record Pace(double serviceRate, int replicas, List<Speed> speeds, Scalability scalability) {
    static Pace of(double serviceRate, int replicas, List<Speed> speeds) {
        return new Pace(serviceRate, replicas, speeds, Scalability.of(speeds));
    }

    /** Records that one thread would finish per second of work. */
    double with(int others) {
        return serviceRate * scalability.slowdown(replicas) / scalability.slowdown(others);
    }

    /** How far the pool may grow: never fewer than there are, since a pool does not shrink for a suspicion. */
    int mostUseful(int most) {
        return Math.max(replicas, scalability.mostUseful(most));
    }

    /** The pool at its smallest, as far as that is remembered. */
    Speed ofFewest() {
        return speeds.stream().min(Comparator.comparingInt(Speed::replicas)).orElseThrow();
    }

    /** The pool at its largest, as far as that is remembered. */
    Speed ofMost() {
        return speeds.stream().max(Comparator.comparingInt(Speed::replicas)).orElseThrow();
    }
}
