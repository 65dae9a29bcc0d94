package dev.platen.fuzz;

import dev.platen.contract.plan.PlanCodec;
import dev.platen.contract.plan.PlanDecoded.Decoded;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;

/** Compiles any bytes as a document. */
public final class CompileTarget {
    private static final Compiler COMPILER = new Compiler(Forms.LIMITS);

    private CompileTarget() {}

    /** One input: the document. */
    public static void fuzzerTestOneInput(byte[] input) {
        switch (COMPILER.compile(input)) {
            case Compiled compiled -> {
                Findings.require(
                        PlanCodec.decode(compiled.encodedPlan()) instanceof Decoded decoded
                                && decoded.plan().title().equals(compiled.plan().title()),
                        "a plan can be read again");
                Pages.render(compiled.plan(), new byte[0]);
            }
            case Rejected rejected ->
                Findings.require(!rejected.problem().detail().isEmpty(), "what is wrong is said");
        }
    }
}
