package dev.platen.benchmarks.pages;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.timing.Pace;
import dev.platen.benchmarks.timing.Timing;
import dev.platen.benchmarks.timing.Timings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link PagesBenchmark} and compares. */
public final class PagesRun {
    private static final Map<String, String> PEERS = new LinkedHashMap<>();

    static {
        PEERS.put("jte", "JTE");
        PEERS.put("jstachio", "JStachio");
        PEERS.put("qute", "Qute");
        PEERS.put("thymeleaf", "Thymeleaf");
    }

    private final Timings timings;
    private final Timings platen;

    private PagesRun(Timings timings, Timings platen) {
        this.timings = timings;
        this.platen = platen;
    }

    /** Runs everything; a quick run takes about half a minute, a full one about three. */
    public static List<Section> run(boolean isQuick) throws RunnerException {
        Pace pace = Pace.of(isQuick);
        PagesRun run =
                new PagesRun(Timings.run(PagesBenchmark.class, pace), Timings.run(PlatenPagesBenchmark.class, pace));
        return PagesBenchmark.PAGES.stream().map(run::section).toList();
    }

    private Section section(String page) {
        Timing ours = platen.of("render", page);
        int size = PlatenPages.page(page).length;
        List<Measure> measures = new ArrayList<>(ours.measures("Platen, JSON → page"));
        PEERS.forEach(
                (method, label) -> measures.addAll(timings.of(method, page).measures(label)));
        return new Section(
                "Page of typed data %s, %,d characters"
                        .formatted(page, ReferencePage.of(Model.named(page)).length()),
                ratios(page, ours, size),
                measures,
                List.of(
                        "The peers write the same bytes; that is checked before anything is measured.",
                        "Platen's page has its own markup, %,d bytes, and the same texts in the same order. It reads JSON; the peers read data in memory."
                                .formatted(size)));
    }

    private List<Finding> ratios(String page, Timing ours, int size) {
        return List.of(
                against("JTE", ours, timings.of("jte", page), Budget.atLeast(1)),
                against("JStachio", ours, timings.of("jstachio", page), Budget.none()),
                against("Qute", ours, timings.of("qute", page), Budget.atLeast(8)),
                against("Thymeleaf", ours, timings.of("thymeleaf", page), Budget.atLeast(15)),
                Finding.ratio(
                        "Platen: bytes allocated per byte of page",
                        ours.allocated().median() / size,
                        Budget.atMost(1.1)));
    }

    private static Finding against(String peer, Timing ours, Timing theirs, Budget budget) {
        return Finding.ratio("Platen against " + peer, ours.speedAgainst(theirs), budget);
    }
}
