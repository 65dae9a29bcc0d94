package dev.platen.contract.problem;

/**
 * One finding about a document: where, what was found there, and what to do.
 *
 * @param severity whether the document is refused because of it
 * @param code kebab-case name of the rule, stable across releases
 * @param pointer JSON Pointer (RFC 6901) to the value; empty for the root
 * @param line line of the value, from 1; 0 where the place is not known
 * @param column column of the value in characters, from 1; 0 where the place is not known
 * @param message what was found and what to do, in one or two sentences
 */
public record Diagnostic(Severity severity, String code, String pointer, int line, int column, String message) {

    /** A finding because of which the document is refused. */
    public static Diagnostic error(String code, String pointer, int line, int column, String message) {
        return new Diagnostic(Severity.ERROR, code, pointer, line, column, message);
    }

    /** A finding that the author should know; the document is accepted. */
    public static Diagnostic warning(String code, String pointer, int line, int column, String message) {
        return new Diagnostic(Severity.WARNING, code, pointer, line, column, message);
    }

    /** For a terminal: {@code 3:14 /properties/age unknown-type: …}. */
    @Override
    public String toString() {
        String place = line > 0 ? line + ":" + column + " " : "";
        return "%s%s %s: %s".formatted(place, pointer.isEmpty() ? "(root)" : pointer, code, message);
    }

    /** Whether a finding refuses the document. */
    public enum Severity {
        /** The document is refused. */
        ERROR,
        /** The document is accepted. */
        WARNING
    }
}
