package dev.platen.benchmarks.compile;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.timing.Pace;
import dev.platen.benchmarks.timing.Timing;
import dev.platen.benchmarks.timing.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks of this package and compares. */
public final class CompileRun {
    private static final String COMPILE = "compile";
    private static final double MILLI = 1_000;

    private CompileRun() {}

    /** Runs everything; a quick run takes about half a minute, a full one a minute and a half. */
    public static List<Section> run(boolean isQuick) throws RunnerException {
        List<String> kinds = Stream.of(CompileDocument.values())
                .map(document -> document.name().toLowerCase(Locale.ROOT))
                .toList();
        Timings warm = Timings.run(CompileBenchmark.class, Pace.ofLongWarmUp(isQuick), Map.of("kind", kinds));
        Timings first = Timings.run(FirstCompileBenchmark.class, Pace.ofFirstCalls(isQuick), Map.of("kind", kinds));
        Timings validation = Timings.run(ValidateBenchmark.class, Pace.ofSmallLoops(isQuick));
        List<Section> sections = new ArrayList<>();
        kinds.forEach(kind -> sections.add(compile(kind, warm, first.of(COMPILE, kind))));
        sections.add(validate(validation));
        return sections;
    }

    private static Section compile(String kind, Timings timings, Timing first) {
        Timing warm = timings.of(COMPILE, kind);
        Timing known = timings.of("recognise", kind);
        CompileDocument document = CompileDocument.valueOf(kind.toUpperCase(Locale.ROOT));
        return new Section(
                "Compile a %s, %s, %,d bytes".formatted(kind, document.contents(), document.bytes().length),
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
                        "Known means that its digest is computed and found; what a service does around it, is not in it."));
    }

    private static Section validate(Timings timings) {
        Timing prepared = timings.of("platenPrepared");
        Timing unprepared = timings.of("platenUnprepared");
        return new Section(
                "Validate 10 KB of data",
                List.of(
                        Finding.ratio(
                                "Platen, schema prepared, against networknt doing the same",
                                prepared.speedAgainst(timings.of("networkntPrepared")),
                                Budget.none()),
                        Finding.ratio(
                                "Platen, schema read every time, against networknt doing the same",
                                unprepared.speedAgainst(timings.of("networkntUnprepared")),
                                Budget.none())),
                List.of(
                        prepared.time("Platen, schema prepared"),
                        unprepared.time("Platen, schema read every time"),
                        timings.of("networkntUnprepared").time("networknt, schema read every time"),
                        timings.of("networkntPrepared").time("networknt, schema prepared")),
                List.of(
                        "Platen validates with networknt behind bounds of its own on time, memory, patterns and references."));
    }
}
