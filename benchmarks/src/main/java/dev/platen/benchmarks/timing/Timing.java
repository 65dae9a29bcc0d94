package dev.platen.benchmarks.timing;

import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import java.util.List;

/**
 * How one method performed with one set of parameters, round by round.
 *
 * @param micros time of a call in microseconds
 * @param slowMicros time that 99 of 100 calls stayed below; the same as {@code micros} where single calls were not timed
 * @param allocated bytes of heap for a call
 */
public record Timing(Samples micros, Samples slowMicros, Samples allocated) {
    /** How many times faster this is than the other one. */
    public double speedAgainst(Timing other) {
        return other.micros.median() / micros.median();
    }

    /** Time and memory under a name. */
    public List<Measure> measures(String name) {
        return List.of(time(name), new Measure(name + ", allocated", "bytes", allocated));
    }

    /** Time under a name. */
    public Measure time(String name) {
        return new Measure(name, "µs", micros);
    }
}
