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

    private PagesRun(Timings timings) {
        this.timings = timings;
    }

    /** Runs everything; a quick run takes about half a minute, a full one about three. */
    public static List<Section> run(boolean isQuick) throws RunnerException {
        PagesRun run = new PagesRun(Timings.run(PagesBenchmark.class, Pace.of(isQuick)));
        return PagesBenchmark.PAGES.stream().map(run::section).toList();
    }

    private Section section(String page) {
        Timing jte = timings.of("jte", page);
        List<Finding> findings = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        PEERS.forEach((method, label) -> {
            Timing timing = timings.of(method, page);
            if (!method.equals("jte")) {
                findings.add(Finding.ratio("JTE against " + label, jte.speedAgainst(timing), Budget.none()));
            }
            measures.addAll(timing.measures(label));
        });
        return new Section(
                "Page from typed data, %s, %,d characters"
                        .formatted(page, ReferencePage.of(Model.named(page)).length()),
                findings,
                measures,
                List.of("All write the same bytes; that is checked before anything is measured."));
    }
}
