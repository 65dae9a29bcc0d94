package dev.platen.compiler;

import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.dialect.Registry;
import jakarta.inject.Singleton;

/** The engine's compiler, measured and recorded. */
@Singleton
class Compilation {
    private final Compiler compiler;
    private final CompileMetrics metrics;

    Compilation(Compiler compiler, CompileMetrics metrics) {
        this.compiler = compiler;
        this.metrics = metrics;
    }

    /** Compiles a document that may be made of these others. */
    CompileOutcome compile(Registry others, byte[] document) {
        CompileEvent event = new CompileEvent();
        event.begin();
        long started = System.nanoTime();
        CompileOutcome outcome = compiler.with(others).compile(document);
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
}
