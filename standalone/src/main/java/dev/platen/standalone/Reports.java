package dev.platen.standalone;

import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** Findings for a terminal, one a line, in the form that editors recognise: file, line, column. */
final class Reports {
    private Reports() {}

    /** Prints why a document was refused. Returns the exit status that says so. */
    static int print(Path document, Problem problem) {
        if (problem.diagnostics().isEmpty()) {
            System.err.printf("%s: %s%n", document, problem.detail());
        }
        print(document, problem.diagnostics());
        return 1;
    }

    static void print(Path document, List<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            System.err.printf(
                    "%s:%d:%d: %s %s: %s%n",
                    document,
                    finding.line(),
                    finding.column(),
                    finding.code(),
                    finding.pointer().isEmpty() ? "(root)" : finding.pointer(),
                    finding.message());
        }
    }
}
