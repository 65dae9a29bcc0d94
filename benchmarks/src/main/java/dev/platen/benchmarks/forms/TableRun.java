package dev.platen.benchmarks.forms;

import dev.platen.benchmarks.forms.NpmPeers.Rendered;
import dev.platen.benchmarks.pages.PlatenPages;
import dev.platen.benchmarks.pages.PlatenPagesBenchmark;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.timing.Pace;
import dev.platen.benchmarks.timing.Timing;
import dev.platen.benchmarks.timing.Timings;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/** The table of a thousand rows beside the libraries from npm that write tables from trees. */
public final class TableRun {
    private static final String TABLE = "table";

    private enum Peer {
        REACT("react-dom", "react-table.mjs", 8),
        COHERENT("Coherent", "coherent-table.mjs", 20);

        private final String label;
        private final String script;
        private final double budget;

        Peer(String label, String script, double budget) {
            this.label = label;
            this.script = script;
            this.budget = budget;
        }
    }

    private TableRun() {}

    /** Runs everything; a quick run takes about ten seconds, a full one half a minute. */
    public static List<Section> run(boolean isQuick) throws RunnerException, IOException {
        List<Finding> findings = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Timing ours = Timings.run(PlatenPagesBenchmark.class, Pace.of(isQuick), Map.of("page", List.of(TABLE)))
                .of("render", TABLE);
        List<Measure> measures = new ArrayList<>(ours.measures("Platen, JSON → page"));
        Optional<NpmPeers> peers = NpmPeers.fetch(Home.path(), isQuick);
        if (peers.isEmpty()) {
            notes.add(NpmPeers.MISSING);
        }
        for (Peer peer : peers.isPresent() ? Peer.values() : new Peer[0]) {
            Rendered theirs = peers.get().render(peer.script, PlatenPages.json(TABLE));
            measures.add(new Measure(peer.label, "µs", theirs.micros()));
            notes.add("%s wrote the table alone, %,d characters, from data in memory."
                    .formatted(peer.label, theirs.page().length()));
            findings.add(Finding.ratio(
                    "Platen against " + peer.label,
                    theirs.micros().median() / ours.micros().median(),
                    Budget.atLeast(peer.budget)));
        }
        return List.of(new Section("Table of 1,000 rows, libraries from npm", findings, measures, notes));
    }
}
