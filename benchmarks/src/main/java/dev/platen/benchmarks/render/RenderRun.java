package dev.platen.benchmarks.render;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.timing.Pace;
import dev.platen.benchmarks.timing.Timing;
import dev.platen.benchmarks.timing.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link RenderBenchmark} in JVMs of its own, with the flags of the product, and compares. */
public final class RenderRun {
    private final Timings timings;

    private RenderRun(Timings timings) {
        this.timings = timings;
    }

    /** Runs everything; a quick run takes about half a minute, a full one about two. */
    public static List<Section> run(boolean isQuick) throws RunnerException {
        RenderRun run = new RenderRun(Timings.run(RenderBenchmark.class, Pace.of(isQuick)));
        return RenderBenchmark.KILOBYTES.stream().map(run::section).toList();
    }

    private Section section(int kilobytes) {
        Timing platen = timings.of("platen", kilobytes);
        int page = pageBytes(kilobytes);
        List<Finding> findings = List.of(
                faster(
                        "Platen against Jackson → Map → JTE",
                        platen,
                        timings.of("jteFromMaps", kilobytes),
                        Budget.atLeast(1.5)),
                faster(
                        "Platen against Jackson → records → JTE",
                        platen,
                        timings.of("jteFromRecords", kilobytes),
                        Budget.none()),
                faster(
                        "Platen from JSON against JTE from records in memory",
                        platen,
                        timings.of("jteTyped", kilobytes),
                        Budget.atLeast(1.0)),
                Finding.ratio(
                        "Platen: bytes allocated per byte of page",
                        platen.allocated().median() / page,
                        Budget.atMost(1.1)),
                Finding.ratio(
                        "JTE from records in memory: bytes allocated per byte of page",
                        timings.of("jteTyped", kilobytes).allocated().median() / page,
                        Budget.none()));
        return new Section(
                "Render %d KB of JSON, a page of %,d bytes".formatted(kilobytes, page),
                findings,
                measures(kilobytes),
                List.of(
                        "All four ways write the same bytes; that is checked before anything is measured.",
                        "Platen takes no typed data, it always reads JSON. Against records in memory it does more than its peer."));
    }

    private static Finding faster(String name, Timing ours, Timing peer, Budget budget) {
        return Finding.ratio(name, ours.speedAgainst(peer), budget);
    }

    private List<Measure> measures(int kilobytes) {
        List<Measure> measures = new ArrayList<>();
        Map.of(
                        "platen", "Platen, JSON → page",
                        "jteFromMaps", "Jackson → Map → JTE",
                        "jteFromRecords", "Jackson → records → JTE",
                        "jteTyped", "JTE, records in memory → page")
                .forEach((method, label) ->
                        measures.addAll(timings.of(method, kilobytes).measures(label)));
        measures.sort((a, b) -> a.name().compareTo(b.name()));
        return measures;
    }

    private static int pageBytes(int kilobytes) {
        return new PlatenPage(RenderBenchmark.document()).render(Orders.json(Orders.ofSize(kilobytes * 1_000))).length;
    }
}
