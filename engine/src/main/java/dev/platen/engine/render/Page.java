package dev.platen.engine.render;

import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.link.Look;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** The page that is being written: how it looks, and where its bytes go. Used once. */
final class Page {
    private final Look look;
    private final View view;
    private final HtmlOutput out;
    private final PageSink sink;
    private final long maxBytes;

    private long written;
    private boolean hasLateParts;
    private int threshold;

    Page(Look look, View view, HtmlOutput out, PageSink sink, long maxBytes) {
        this.look = look;
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

    /** Where a posted form goes. */
    String targetOf() {
        return look.target();
    }

    boolean isScripted() {
        return look.isScripted();
    }

    /** Writes where this page is found with one more part open, or that part alone. */
    void address(String id, boolean isAlone) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
        hasLateParts = true;
        StringBuilder address = new StringBuilder(view.address())
                .append("?locale=")
                .append(look.presentation().locale())
                .append("&theme=")
                .append(look.presentation().theme())
                .append(look.isWhole() ? "" : "&layout=fragment");
        new TreeSet<>(view.open())
                .forEach(open -> address.append("&open=").append(URLEncoder.encode(open, StandardCharsets.UTF_8)));
        address.append("&open=")
                .append(encoded)
                .append(isAlone ? "&fragment=" : "#")
                .append(encoded);
        out.plainAttribute(address.toString());
    }

    /** The word in the language of the page. */
    String text(Word word) {
        return look.dictionary().text(word);
    }

    String classesOf(Role role) {
        return look.theme().classes(role);
    }

    /** Forgets what was written: all that is wanted begins here. */
    void restart() {
        out.clear();
        written = 0;
        threshold = threshold();
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

    /** Whether something of the page is to be fetched later. */
    boolean hasLateParts() {
        return hasLateParts;
    }

    long written() {
        return written;
    }

    private void flush() throws Refused {
        if (written + out.size() > maxBytes) {
            throw new Refused(
                    "a page may have at most %s bytes, this data makes more; send fewer items".formatted(maxBytes));
        }
        if (out.size() > 0) {
            sink.write(out.bytes(), 0, out.size());
            written += out.size();
            out.clear();
            threshold = threshold();
        }
    }
}
