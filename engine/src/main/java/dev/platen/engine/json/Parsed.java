package dev.platen.engine.json;

import dev.platen.contract.problem.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a document. */
public sealed interface Parsed {
    /** The document, within all limits. */
    record Document(Value root) implements Parsed {}

    /**
     * Why the bytes are not a document.
     *
     * @param readable what could be read all the same, so that more can be found wrong with it; null for nothing
     */
    record Malformed(List<Diagnostic> diagnostics, @Nullable Value readable) implements Parsed {
        /** Keeps a copy. */
        public Malformed {
            diagnostics = List.copyOf(diagnostics);
        }

        /** Nothing could be read. */
        Malformed(Diagnostic diagnostic) {
            this(List.of(diagnostic), null);
        }
    }
}
