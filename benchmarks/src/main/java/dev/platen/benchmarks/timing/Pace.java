package dev.platen.benchmarks.timing;

/**
 * How much time a measurement takes.
 *
 * @param forks JVMs, one after the other
 * @param warmUps rounds of each JVM that are not counted
 * @param rounds of each JVM that are
 * @param millis length of a round
 */
public record Pace(int forks, int warmUps, int rounds, int millis) {
    private static final Pace QUICK = new Pace(1, 1, 2, 300);
    private static final Pace FULL = new Pace(2, 3, 3, 600);

    /** For whole pages and documents; in a quick run, just enough to see that everything works. */
    public static Pace of(boolean isQuick) {
        return isQuick ? QUICK : FULL;
    }

    /** For small loops, which settle sooner. */
    public static Pace ofSmallLoops(boolean isQuick) {
        return isQuick ? QUICK : new Pace(1, 3, 5, 400);
    }

    /** For much code that runs seldom, which the JVM takes long to compile. */
    public static Pace ofLongWarmUp(boolean isQuick) {
        return new Pace(1, isQuick ? 4 : 8, isQuick ? 2 : 5, 1_500);
    }

    /** For what a process does once: every round is the first call in a JVM of its own. */
    public static Pace ofFirstCalls(boolean isQuick) {
        return new Pace(isQuick ? 2 : 10, 0, 1, 1);
    }
}
