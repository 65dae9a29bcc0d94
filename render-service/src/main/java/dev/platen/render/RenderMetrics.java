package dev.platen.render;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.transport.Buckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** What a renderer exports; every name and tag of the module stands here, and no input makes a series. Thread-safe. */
@Singleton
class RenderMetrics {
    private static final Limits LIMITS = Limits.DEFAULT;

    private final Counter pages;
    private final Timer rendered;
    private final Timer rejected;
    private final DistributionSummary bytes;
    private final DistributionSummary budget;

    RenderMetrics(MeterRegistry registry, Renderer renderer) {
        pages = Counter.builder("platen.renderer.pages")
                .description("Pages, and parts of pages, that were rendered and not taken from a cache")
                .register(registry);
        rendered = time(registry, "rendered");
        rejected = time(registry, "rejected");
        bytes = DistributionSummary.builder("platen.renderer.page")
                .description("Size of the pages and parts")
                .baseUnit("bytes")
                .serviceLevelObjectives(Buckets.ofBytes())
                .register(registry);
        budget = DistributionSummary.builder("platen.renderer.budget.used")
                .description(
                        "Share of its limit of steps or bytes that a page took, whichever is more; beyond 1 it is refused")
                .baseUnit("ratio")
                .serviceLevelObjectives(Buckets.ofShares())
                .register(registry);
        FunctionCounter.builder("platen.renderer.workspaces.created", renderer, Renderer::workspacesCreated)
                .description("Buffers made for a rendering, because none that was used before was free")
                .register(registry);
        FunctionCounter.builder("platen.renderer.workspaces.reused", renderer, Renderer::workspacesReused)
                .description("Buffers of earlier renderings that were used again")
                .register(registry);
    }

    private static Timer time(MeterRegistry registry, String outcome) {
        return Timer.builder("platen.renderer.render")
                .description("Time that one rendering took, from plan and data to the last byte")
                .tag("outcome", outcome)
                .serviceLevelObjectives(Buckets.ofTime())
                .register(registry);
    }

    /** Counts a page that was asked for by its address, or a part of one. */
    void page() {
        pages.increment();
    }

    /** Counts one rendering. */
    void rendering(RenderOutcome outcome, long nanos) {
        switch (outcome) {
            case Rendered page -> {
                rendered.record(nanos, TimeUnit.NANOSECONDS);
                bytes.record((double) page.bytes());
                budget.record(Math.max(
                        (double) page.bytes() / LIMITS.renderBytes(), (double) page.steps() / LIMITS.renderSteps()));
            }
            case RenderRejected _ -> rejected.record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
