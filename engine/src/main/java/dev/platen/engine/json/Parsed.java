package dev.platen.engine.json;

import dev.platen.contract.problem.Diagnostic;
import java.util.List;

/** What came of reading a document. */
public sealed interface Parsed {
    /** The document, within all limits. */
    record Document(Value root) implements Parsed {}

    /** Why the bytes are not a document. */
    record Malformed(List<Diagnostic> diagnostics) implements Parsed {
        /** Keeps a copy. */
        public Malformed {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
