package dev.platen.engine.render;

import dev.platen.contract.flow.Presentation;
import dev.platen.engine.html.HtmlOutput;
import java.nio.charset.StandardCharsets;

/** The page that is being written: how it looks, and where its bytes go. Used once. */
final class Page {
    private final Presentation presentation;
    private final String assetBase;
    private final HtmlOutput out;
    private final PageSink sink;
    private final long maxBytes;

    private long written;
    private int threshold;

    Page(Presentation presentation, String assetBase, HtmlOutput out, PageSink sink, long maxBytes) {
        this.presentation = presentation;
        this.assetBase = assetBase;
        this.out = out;
        this.sink = sink;
        this.maxBytes = maxBytes;
        this.threshold = threshold();
    }

    /** Gathered bytes are handed over at the size that the sink wants, or refused just beyond the limit. */
    private int threshold() {
        return (int) Math.min(sink.chunk(), Math.min(maxBytes - written + 1, Integer.MAX_VALUE / 4));
    }

    boolean isWhole() {
        return presentation.layout() == Presentation.Layout.PAGE;
    }

    void locale(HtmlOutput to) {
        ascii(presentation.locale(), to);
    }

    void stylesheet(HtmlOutput to) {
        ascii(assetBase, to);
        ascii(presentation.theme(), to);
        ascii(".css", to);
    }

    /** Both come from alphabets in which nothing needs escaping. */
    private static void ascii(String text, HtmlOutput to) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        to.write(bytes, 0, bytes.length);
    }

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
