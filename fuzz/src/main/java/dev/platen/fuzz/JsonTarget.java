package dev.platen.fuzz;

import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.json.Parsed.Malformed;
import java.util.List;

/** Reads any bytes as JSON. */
public final class JsonTarget {
    private JsonTarget() {}

    /** One input: the text. */
    public static void fuzzerTestOneInput(byte[] input) {
        switch (new DocumentParser(Forms.LIMITS).parse(input)) {
            case Document document -> Findings.require(document.root() != null, "a document has a root");
            case Malformed malformed -> {
                List<Diagnostic> diagnostics = malformed.diagnostics();
                Findings.require(!diagnostics.isEmpty(), "what is wrong is said");
            }
        }
    }
}
