package dev.platen.benchmarks.metrics;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.timing.Pace;
import dev.platen.benchmarks.timing.Timing;
import dev.platen.benchmarks.timing.Timings;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link MetricsBenchmark} and puts what it finds beside what an answer takes. */
public final class MetricsRun {
    /** Processor time of one answer that {@code pipeline hits} and {@code pipeline uncached} found on 2 cores. */
    private static final double HIT_MICROS = 13.5;

    private static final double MISS_MICROS = 466;
    private static final double BUDGET = 0.02;

    private MetricsRun() {}

    /** Runs everything, in about ten seconds. */
    public static List<Section> run(boolean isQuick) throws RunnerException {
        Timings timings = Timings.run(MetricsBenchmark.class, Pace.ofSmallLoops(isQuick));
        Timing hit = timings.of("hit");
        Timing miss = timings.of("miss");
        return List.of(new Section(
                "What counting takes of an answer",
                List.of(
                        Finding.ratio("of a cached hit", share(hit, HIT_MICROS), Budget.atMost(BUDGET)),
                        Finding.ratio("of an uncached page", share(miss, MISS_MICROS), Budget.atMost(BUDGET))),
                List.of(hit.time("all that a cached hit counts"), miss.time("all that an uncached page counts")),
                List.of(
                        "An answer takes %s µs and %s µs of processor time, as pipeline found: all of its services together."
                                .formatted(HIT_MICROS, MISS_MICROS),
                        "What the HTTP server counts by itself is not in it.")));
    }

    private static double share(Timing counting, double answerMicros) {
        return counting.micros().median() / answerMicros;
    }
}
