package dev.platen.benchmarks.render;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;

/** A document compiled once, rendered as often as wanted, in process. Thread-safe. */
public final class PlatenPage {
    private final Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");
    private final Plan plan;

    /** Compiles the document. */
    public PlatenPage(byte[] document) {
        plan = switch (new Compiler(Limits.DEFAULT).compile(document)) {
            case Compiled compiled -> compiled.plan();
            case Rejected(Problem problem) -> throw refused(problem);
        };
    }

    /** The page for this JSON, in UTF-8. */
    public byte[] render(byte[] json) {
        WholePage page = new WholePage();
        return switch (renderer.render(plan, json, Presentation.DEFAULT, page)) {
            case Rendered _ -> page.toBytes();
            case RenderRejected(Problem problem) -> throw refused(problem);
        };
    }

    private static IllegalStateException refused(Problem problem) {
        return new IllegalStateException("a benchmark brings what the engine accepts, but: " + problem);
    }
}
