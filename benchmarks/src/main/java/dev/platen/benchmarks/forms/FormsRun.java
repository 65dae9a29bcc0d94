package dev.platen.benchmarks.forms;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.platen.benchmarks.forms.NpmPeers.Rendered;
import dev.platen.benchmarks.render.PlatenPage;
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
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link FormsBenchmark} and the form libraries from npm on the same documents, and compares. */
public final class FormsRun {
    private static final String BUDGETED = "fields-1000";

    private enum Peer {
        RJSF("rjsf", "rjsf-form.mjs", 10),
        JSON_FORMS("JSON Forms", "jsonforms-form.mjs", 50);

        private final String label;
        private final String script;
        private final double budget;

        Peer(String label, String script, double budget) {
            this.label = label;
            this.script = script;
            this.budget = budget;
        }
    }

    private final Timings timings;
    private final Optional<NpmPeers> peers;

    private FormsRun(Timings timings, Optional<NpmPeers> peers) {
        this.timings = timings;
        this.peers = peers;
    }

    /** Runs everything; a quick run takes about a minute, a full one about three. */
    public static List<Section> run(boolean isQuick) throws RunnerException, IOException {
        Optional<NpmPeers> peers = NpmPeers.fetch(Home.path(), isQuick);
        FormsRun run = new FormsRun(Timings.run(FormsBenchmark.class, Pace.ofSmallLoops(isQuick)), peers);
        List<Section> sections = new ArrayList<>();
        for (String form : FormDocument.NAMES) {
            sections.add(run.section(form));
        }
        return sections;
    }

    private Section section(String form) throws IOException {
        FormDocument document = FormDocument.named(form);
        String page = new String(new PlatenPage(document.document()).render(document.json()), UTF_8);
        Timing rendered = timings.of("render", form);
        Timing compiled = timings.of("compileAndRender", form);
        List<Finding> findings = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        measures.addAll(rendered.measures("Platen, JSON → page"));
        measures.add(compiled.time("Platen, document and JSON → page"));
        List<String> notes = new ArrayList<>(List.of(size("Platen", page)));
        if (peers.isEmpty()) {
            notes.add(NpmPeers.MISSING);
            return new Section(title(form), findings, measures, notes);
        }
        for (Peer peer : Peer.values()) {
            Rendered theirs = peers.get().render(peer.script, document.both());
            double micros = theirs.micros().median();
            findings.add(Finding.ratio(
                    "Platen against " + peer.label,
                    micros / rendered.micros().median(),
                    form.equals(BUDGETED) ? Budget.atLeast(peer.budget) : Budget.none()));
            findings.add(Finding.ratio(
                    "Platen, compiling the document every time, against " + peer.label,
                    micros / compiled.micros().median(),
                    Budget.none()));
            measures.add(new Measure(peer.label, "µs", theirs.micros()));
            notes.add(size(peer.label, theirs.page()));
        }
        return new Section(title(form), findings, measures, notes);
    }

    private static String title(String form) {
        return "Form " + form;
    }

    private static String size(String label, String page) {
        return "%s wrote %,d controls in %,d characters.".formatted(label, Controls.in(page), page.length());
    }
}
