package dev.platen.contract.problem;

import java.util.List;

/**
 * A request that was not answered as asked.
 *
 * @param code the cause
 * @param detail this occurrence of it, for the caller: names the place, what was found and what to do
 * @param diagnostics every finding, where the cause is a document
 */
public record Problem(ProblemCode code, String detail, List<Diagnostic> diagnostics) {
    /** Keeps a copy of the findings. */
    public Problem {
        diagnostics = List.copyOf(diagnostics);
    }

    /** A problem without findings. */
    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }
}
