package dev.platen.engine.render;

import dev.platen.contract.problem.Problem;

/** What came of rendering a page. */
public sealed interface RenderOutcome {
    /**
     * The page went to the sink.
     *
     * @param bytes its size
     * @param steps that it took, of those that {@link dev.platen.contract.limit.Limits} allows
     * @param hasLateParts whether it has links to parts that are loaded late
     */
    record Rendered(long bytes, long steps, boolean hasLateParts) implements RenderOutcome {}

    /**
     * The data cannot be rendered. Where the cause is the data itself, nothing was written; where the page grew beyond a
     * limit, a part of it was.
     */
    record RenderRejected(Problem problem) implements RenderOutcome {}
}
