package dev.platen.compiler;

import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.compile.Explanation;
import dev.platen.engine.compile.Pass;
import dev.platen.engine.dialect.Registry;
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
        return compile(others, document, Optional.empty());
    }

    /** Tells how a document is compiled that nobody waits to see rendered; this is not measured. */
    Explanation explain(Registry others, byte[] document, Optional<String> dialect) {
        return compiler.with(others).explain(document, dialect, System::nanoTime);
    }

    /** The same, read as this dialect; empty for the one that it looks like. */
    CompileOutcome compile(Registry others, byte[] document, Optional<String> dialect) {
        CompileEvent event = new CompileEvent();
        event.begin();
        long started = System.nanoTime();
        CompileOutcome outcome = tracing.isTraced()
                ? tracing.within("compile", () -> traced(compiler.with(others), document, dialect))
                : compiler.with(others).compile(document, dialect);
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
    private CompileOutcome traced(Compiler within, byte[] document, Optional<String> dialect) {
        Instant at = Instant.now();
        Explanation explained = within.explain(document, dialect, System::nanoTime);
        for (Pass pass : explained.passes()) {
            Duration took = Duration.ofNanos(pass.nanos());
            at = at.plus(took);
            tracing.part(pass.name(), pass.effect(), at, took);
        }
        return explained.outcome();
    }
}
