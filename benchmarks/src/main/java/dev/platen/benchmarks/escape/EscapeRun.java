package dev.platen.benchmarks.escape;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.timing.Pace;
import dev.platen.benchmarks.timing.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link EscapeBenchmark} and compares. */
public final class EscapeRun {
    private static final Map<String, String> PEERS = new TreeMap<>(Map.of(
            "jte", "JTE", "jstachio", "JStachio", "owasp", "the encoder of OWASP", "plainSwitch", "a plain switch"));

    private EscapeRun() {}

    /** Runs everything; a quick run takes about half a minute, a full one about two. */
    public static List<Section> run(boolean isQuick) throws RunnerException {
        Timings timings = Timings.run(EscapeBenchmark.class, Pace.ofSmallLoops(isQuick));
        List<Finding> findings = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        for (String text : Texts.NAMES) {
            measures.add(timings.of("platen", text).time("Platen, " + text));
            PEERS.forEach((method, peer) -> {
                findings.add(Finding.ratio(
                        "%s: Platen against %s".formatted(text, peer),
                        timings.of("platen", text).speedAgainst(timings.of(method, text)),
                        Budget.none()));
                measures.add(timings.of(method, text).time("%s, %s".formatted(peer, text)));
            });
        }
        return List.of(
                new Section(
                        "Escape one value between tags",
                        findings,
                        measures,
                        List.of(
                                "All write the same bytes; that is checked before anything is measured.",
                                "Platen reads the bytes of JSON, the peers read strings that were made before, at no cost to them.")));
    }
}
