package dev.platen.benchmarks.compile;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.timing.Pace;
import dev.platen.benchmarks.timing.Timing;
import dev.platen.benchmarks.timing.Timings;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks of this package and compares. */
public final class CompileRun {
    private static final String COMPILE = "compile";
    private static final double MILLI = 1_000;

    private CompileRun() {}

    /** Runs everything; a quick run takes about twenty seconds, a full one about a minute. */
    public static List<Section> run(boolean isQuick) throws RunnerException {
        Timings warm = Timings.run(CompileBenchmark.class, Pace.of(isQuick));
        Timing first = Timings.run(FirstCompileBenchmark.class, Pace.ofFirstCalls(isQuick))
                .of(COMPILE);
        Timings validation = Timings.run(ValidateBenchmark.class, Pace.ofSmallLoops(isQuick));
        return List.of(compile(warm, first), validate(validation));
    }

    private static Section compile(Timings timings, Timing first) {
        Timing warm = timings.of(COMPILE);
        Timing known = timings.of("recognise");
        return new Section(
                "Compile a document of %,d bytes, 220 nodes".formatted(CompileDocument.bytes().length),
                List.of(
                        new Finding(
                                "warm, 99 of 100 within", warm.slowMicros().median() / MILLI, "ms", Budget.atMost(5)),
                        Finding.ratio(
                                "a document that is known, against compiling it",
                                known.micros().median() / warm.micros().median(),
                                Budget.atMost(0.05)),
                        new Finding("first in a process", first.micros().median() / MILLI, "ms", Budget.none())),
                List.of(
                        warm.time("warm"),
                        new Measure("warm, 99 of 100", "µs", warm.slowMicros()),
                        known.time("known by its digest"),
                        first.time("first in a process")),
                List.of(
                        "The document is a form without expressions.",
                        "Known means that its digest is computed and found; what a service does around it, is not in it."));
    }

    private static Section validate(Timings timings) {
        Timing platen = timings.of("platen");
        return new Section(
                "Validate 10 KB of data",
                List.of(
                        Finding.ratio(
                                "Platen, schema read every time, against networknt doing the same",
                                platen.speedAgainst(timings.of("networkntUnprepared")),
                                Budget.none()),
                        Finding.ratio(
                                "networknt, schema prepared, against Platen",
                                timings.of("networkntPrepared").speedAgainst(platen),
                                Budget.none())),
                List.of(
                        platen.time("Platen, schema read every time"),
                        timings.of("networkntUnprepared").time("networknt, schema read every time"),
                        timings.of("networkntPrepared").time("networknt, schema prepared")),
                List.of(
                        "Platen validates with networknt behind bounds of its own on time, memory, patterns and references."));
    }
}
