package dev.platen.engine.render;

import dev.platen.engine.html.HtmlOutput;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The memory of one rendering, kept for the next one. Not thread-safe.
 *
 * @param tape values of the data
 * @param marks for names that are repeated
 * @param guesses about the order and the places of members
 * @param scopes what is open
 * @param out bytes of the page that the sink has not taken yet
 * @param path ids of the open loops and calls
 * @param matched options that the last match found
 * @param values looks up options
 * @param instants writes points in time
 */
record Workspace(
        Tape tape,
        Marks marks,
        Guesses guesses,
        Scopes scopes,
        HtmlOutput out,
        HtmlOutput path,
        BitSet matched,
        Values values,
        Instants instants) {
    static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private static final int OUT = 16 * 1024;
    private static final int PATH = 256;

    Workspace() {
        this(
                new Tape(),
                new Marks(),
                new Guesses(),
                new Scopes(),
                new HtmlOutput(OUT),
                new HtmlOutput(PATH),
                new BitSet(),
                new Values(),
                new Instants());
    }

    void clear() {
        tape.clear();
        scopes.clear();
        out.clear();
        path.clear();
    }

    /** How much memory it takes, as far as that depends on what was rendered. */
    long bytes() {
        return (long) out.capacity() + path.capacity() + (long) Integer.BYTES * tape.capacity();
    }
}
