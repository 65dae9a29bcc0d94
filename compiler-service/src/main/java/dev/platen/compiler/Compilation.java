package dev.platen.compiler;

import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.dialect.Registry;
import dev.platen.engine.compile.Explanation;
import dev.platen.engine.compile.Pass;
import dev.platen.transport.Tracing;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The engine's compiler, measured, recorded and traced. */
@Singleton
class Compilation {
    private final Compiler compiler;
    private final CompileMetrics metrics;
    private final Tracing tracing;

    Compilation(Compiler compiler, CompileMetrics metrics, Tracing tracing) {
        this.tracing = tracing;
        this.compiler = compiler;
        this.metrics = metrics;
    }

    /** Compiles a document that may be made of these others. */
    CompileOutcome compile(Registry others, byte[] document) {
        CompileEvent event = new CompileEvent();
        event.begin();
        long started = System.nanoTime();
        CompileOutcome outcome = tracing.isTraced()
                ? tracing.within("compile", () -> traced(compiler.with(others), document))
                : compiler.with(others).compile(document);
        metrics.compilation(document, outcome, System.nanoTime() - started);
        event.end();
        if (event.shouldCommit()) {
            event.documentBytes = document.length;
            switch (outcome) {
                case Compiled made -> {
                    event.planBytes = made.encodedPlan().length;
                    event.nodes = made.cost().nodes();
                    event.dialect = made.dialect();
                }
                case Rejected _ -> event.rejected = true;
            }
            event.commit();
        }
        return outcome;
    }

    /** The passes become spans one after the other, as long as each took. */
    private CompileOutcome traced(Compiler within, byte[] document) {
        Instant at = Instant.now();
        Explanation explained = within.explain(document, Optional.empty(), System::nanoTime);
        for (Pass pass : explained.passes()) {
            Duration took = Duration.ofNanos(pass.nanos());
            at = at.plus(took);
            tracing.part(pass.name(), pass.effect(), at, took);
        }
        return explained.outcome();
    }
}
