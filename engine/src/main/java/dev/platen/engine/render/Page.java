package dev.platen.engine.render;

import dev.platen.engine.html.HtmlOutput;
import java.nio.charset.StandardCharsets;

/** The page that is being written: what it shows beside its data, and where its bytes go. Used once. */
final class Page {
    private final View view;
    private final HtmlOutput out;
    private final PageSink sink;
    private final long maxBytes;

    private long written;
    private int threshold;

    Page(View view, HtmlOutput out, PageSink sink, long maxBytes) {
        this.view = view;
        this.out = out;
        this.sink = sink;
        this.maxBytes = maxBytes;
        this.threshold = threshold();
    }

    /** Gathered bytes are handed over at the size that the sink wants, or refused just beyond the limit. */
    private int threshold() {
        return (int) Math.min(sink.chunk(), Math.min(maxBytes - written + 1, Integer.MAX_VALUE / 4));
    }

    View view() {
        return view;
    }

    /** Whether the fragment of that name is the one that is wanted; fragments of their own are not rendered yet. */
    boolean begins(byte[] segments, int offset, int length) {
        return new String(segments, offset, length, StandardCharsets.UTF_8).equals("*");
    }

    void ends() {}

    /** Hands over what was gathered if it is enough. */
    void advance() throws Refused {
        if (out.size() >= threshold) {
            flush();
        }
    }

    /** Hands over the rest. */
    void finish() throws Refused {
        flush();
    }

    long written() {
        return written;
    }

    private void flush() throws Refused {
        if (written + out.size() > maxBytes) {
            throw new Refused(
                    "a page may have at most %d bytes, this data makes more; send fewer items".formatted(maxBytes));
        }
        if (out.size() > 0) {
            sink.write(out.bytes(), 0, out.size());
            written += out.size();
            out.clear();
            threshold = threshold();
        }
    }
}
