package dev.platen.standalone;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.dialect.Registry;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import java.io.ByteArrayOutputStream;

/** The system without its servers: what takes five services and three topics elsewhere is one method here. */
public final class Pipeline {
    /** What became of a document. */
    public sealed interface Outcome {
        /** A page, in UTF-8. */
        record Page(byte[] html) implements Outcome {}

        /** No page, and why. */
        record Refused(Problem problem) implements Outcome {}
    }

    private final Compiler compiler;
    private final Renderer renderer;

    /**
     * Builds a pipeline; it is thread-safe.
     *
     * @param assetBase where pages look for their stylesheets, such as {@code /assets/}
     */
    public Pipeline(String assetBase) {
        this(assetBase, Registry.NONE);
    }

    /**
     * Builds a pipeline; it is thread-safe.
     *
     * @param assetBase where pages look for their stylesheets, such as {@code /assets/}
     * @param registry where documents find others that they refer to
     */
    public Pipeline(String assetBase, Registry registry) {
        compiler = new Compiler(Limits.DEFAULT, registry);
        renderer = new Renderer(Limits.DEFAULT, assetBase);
    }

    /**
     * Document and data in, page out.
     *
     * @param data JSON, or nothing for the data that the document brings
     */
    public Outcome render(byte[] document, byte[] data, Presentation presentation) {
        return switch (compiler.compile(document)) {
            case Rejected(Problem problem) -> new Outcome.Refused(problem);
            case Compiled compiled -> render(compiled, data, presentation);
        };
    }

    private Outcome render(Compiled compiled, byte[] data, Presentation presentation) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        return switch (renderer.render(compiled.plan(), data, presentation, page::write)) {
            case Rendered _ -> new Outcome.Page(page.toByteArray());
            case RenderRejected(Problem problem) -> new Outcome.Refused(problem);
        };
    }
}
