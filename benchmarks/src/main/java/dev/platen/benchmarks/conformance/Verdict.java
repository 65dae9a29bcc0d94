package dev.platen.benchmarks.conformance;

import java.util.List;

/** What came of one sample. */
sealed interface Verdict {
    /**
     * A page.
     *
     * @param dialect that the document was read as
     * @param planDigest of the plan
     * @param micros warm time of compiling and rendering
     * @param page its bytes
     */
    record Rendered(String dialect, String planDigest, long micros, byte[] page) implements Verdict {}

    /**
     * A refusal.
     *
     * @param isCompiled whether the document was accepted and only its data refused
     * @param code of the problem
     * @param detail of the problem
     * @param findings its diagnostics
     * @param micros warm time until the refusal
     */
    record Refused(boolean isCompiled, String code, String detail, List<Place> findings, long micros)
            implements Verdict {}

    /** An exception, or the end of the process. */
    record Crashed(String how) implements Verdict {}

    /** No answer within the hard limit. */
    record Hung() implements Verdict {}

    /** A diagnostic as far as it matters here. */
    record Place(String code, String pointer, int line, String message) {}
}
