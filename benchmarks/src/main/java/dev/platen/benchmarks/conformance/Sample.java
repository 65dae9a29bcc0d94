package dev.platen.benchmarks.conformance;

/**
 * One thing to try.
 *
 * @param name within its corpus
 * @param document what is compiled
 * @param data what is rendered; empty for what the document brings
 * @param expectation what should come of it, where its corpus says so
 */
record Sample(String name, byte[] document, byte[] data, Expectation expectation) {
    private static final byte[] NONE = {};

    /** A document with its own data, of which nobody has said what it should become. */
    static Sample document(String name, byte[] document) {
        return new Sample(name, document, NONE, Expectation.EITHER);
    }

    /** What should come of a sample. */
    enum Expectation {
        /** A page. */
        RENDERED,
        /** A refusal. */
        REFUSED,
        /** A page or a refusal. */
        EITHER
    }
}
