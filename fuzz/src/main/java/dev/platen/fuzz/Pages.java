package dev.platen.fuzz;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;
import java.nio.charset.StandardCharsets;

/** Renders, and takes apart what was rendered. */
final class Pages {
    private static final Renderer RENDERER = new Renderer(Forms.LIMITS, "/assets/");

    private Pages() {}

    /** Renders a page that our own compiler made: it must be well-formed. */
    static void render(Plan plan, byte[] data) {
        WholePage page = new WholePage();
        switch (RENDERER.render(plan, data, Presentation.DEFAULT, page)) {
            case Rendered rendered -> {
                byte[] bytes = page.toBytes();
                Findings.require(bytes.length == rendered.bytes(), "the size of a page is what was written");
                WellFormed.verify(new String(bytes, StandardCharsets.UTF_8));
            }
            case RenderRejected rejected ->
                Findings.require(!rejected.problem().detail().isEmpty(), "what is wrong is said");
        }
    }

    /** Renders a page whose segments may be anything. */
    static void execute(Plan plan, byte[] data) {
        Findings.require(
                RENDERER.render(plan, data, Presentation.DEFAULT, new WholePage()) != null, "there is an outcome");
    }
}
