package dev.platen.render;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.render.PageSink;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.transport.Tracing;
import jakarta.inject.Singleton;

/** The engine's renderer, measured, recorded and traced. */
@Singleton
class Rendering {
    private final Renderer renderer;
    private final RenderMetrics metrics;
    private final Tracing tracing;

    Rendering(Renderer renderer, RenderMetrics metrics, Tracing tracing) {
        this.tracing = tracing;
        this.renderer = renderer;
        this.metrics = metrics;
    }

    /** Renders a part of a page, or all of it where {@code part} is empty. */
    RenderOutcome render(Plan plan, byte[] data, View view, Presentation presentation, String part, PageSink sink) {
        RenderEvent event = new RenderEvent();
        event.begin();
        long started = System.nanoTime();
        RenderOutcome outcome = tracing.within(
                "render",
                () -> part.isEmpty()
                        ? renderer.render(plan, data, view, presentation, sink)
                        : renderer.renderPart(plan, data, view, presentation, part, sink));
        metrics.rendering(outcome, System.nanoTime() - started);
        event.end();
        if (event.shouldCommit()) {
            event.dataBytes = data.length;
            event.part = !part.isEmpty();
            switch (outcome) {
                case Rendered page -> {
                    event.pageBytes = page.bytes();
                    event.steps = page.steps();
                }
                case RenderRejected _ -> event.rejected = true;
            }
            event.commit();
        }
        return outcome;
    }
}
