package dev.platen.benchmarks.engine;

import dev.platen.benchmarks.compile.CompileRun;
import dev.platen.benchmarks.escape.EscapeRun;
import dev.platen.benchmarks.forms.FormsRun;
import dev.platen.benchmarks.forms.TableRun;
import dev.platen.benchmarks.pages.PagesRun;
import dev.platen.benchmarks.render.RenderRun;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The engine beside its peers, question by question. */
public final class EngineRun {
    private EngineRun() {}

    /** Runs everything; a quick run takes about three minutes, a full one about twelve. */
    public static List<Section> run(boolean isQuick) throws RunnerException, IOException {
        List<Section> sections = new ArrayList<>(RenderRun.run(isQuick));
        sections.addAll(PagesRun.run(isQuick));
        sections.addAll(FormsRun.run(isQuick));
        sections.addAll(TableRun.run(isQuick));
        sections.addAll(CompileRun.run(isQuick));
        sections.addAll(EscapeRun.run(isQuick));
        return sections;
    }
}
