package dev.platen.benchmarks.load;

import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one contender. */
final class Rounds {
    private final String who;
    private final List<Round> rounds = new ArrayList<>();

    Rounds(String who) {
        this.who = who;
    }

    void add(Round round) {
        rounds.add(round);
    }

    int failures() {
        return rounds.stream().mapToInt(Round::failures).sum();
    }

    int refusals() {
        return rounds.stream().mapToInt(Round::refusals).sum();
    }

    /** Answers that should not have been: wrong ones, and refusals where there was no reason to refuse. */
    int wrong() {
        return failures() + refusals();
    }

    int answers() {
        return rounds.stream().mapToInt(Round::count).sum();
    }

    Measure perSecond() {
        return measure("answers per second", "1/s", Round::perSecond);
    }

    Measure median() {
        return measure("median", "µs", round -> round.micros(0.5));
    }

    Measure slowest() {
        return measure("99th percentile", "µs", round -> round.micros(0.99));
    }

    Measure cost() {
        return measure("processor time per answer", "µs", Round::costMicros);
    }

    Measure busy() {
        return measure("busy share of the load generator", "", Round::busyShare);
    }

    /** The median of the one over the median of the other. */
    static double ratio(Measure figure, Measure against) {
        return figure.samples().median() / against.samples().median();
    }

    private Measure measure(String what, String unit, ToDoubleFunction<Round> figure) {
        return new Measure(
                who + ": " + what,
                unit,
                new Samples(rounds.stream().map(figure::applyAsDouble).toList()));
    }
}
