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

    Measure busy() {
        return measure("busy share of the load generator", "", Round::busyShare);
    }

    private Measure measure(String what, String unit, ToDoubleFunction<Round> figure) {
        return new Measure(
                who + ": " + what,
                unit,
                new Samples(rounds.stream().map(figure::applyAsDouble).toList()));
    }
}
