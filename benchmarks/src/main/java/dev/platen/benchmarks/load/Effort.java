package dev.platen.benchmarks.load;

import java.time.Duration;

/**
 * How much time a run takes.
 *
 * @param warmUp before the first round of each kind
 * @param round length of one round
 * @param rounds of each kind
 * @param starts of each kind of process
 */
record Effort(Duration warmUp, Duration round, int rounds, int starts) {
    /** Shows that everything works. */
    static final Effort QUICK = new Effort(Duration.ofSeconds(2), Duration.ofSeconds(1), 2, 1);

    /** Gives figures. */
    static final Effort FULL = new Effort(Duration.ofSeconds(10), Duration.ofSeconds(4), 5, 2);
}
