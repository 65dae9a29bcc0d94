package dev.platen.engine.compile;

import dev.platen.contract.id.Digest;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import java.util.List;

/** What came of compiling a document. */
public sealed interface CompileOutcome {
    /**
     * The document is accepted.
     *
     * @param plan the plan
     * @param encodedPlan its bytes
     * @param planDigest SHA-256 of its bytes
     * @param dialect name of the dialect that the document was read as
     * @param warnings what the author should know
     * @param cost what rendering it can take
     * @param dependencies names of registered documents that this one is made of, sorted: when one of them changes, this one
     *     is to be compiled again
     */
    record Compiled(
            Plan plan,
            byte[] encodedPlan,
            Digest planDigest,
            String dialect,
            List<Diagnostic> warnings,
            Cost cost,
            List<String> dependencies)
            implements CompileOutcome {
        /** Keeps copies. */
        public Compiled {
            warnings = List.copyOf(warnings);
            dependencies = List.copyOf(dependencies);
        }
    }

    /**
     * The document is refused.
     *
     * @param problem why, with all findings at once
     */
    record Rejected(Problem problem) implements CompileOutcome {}
}
