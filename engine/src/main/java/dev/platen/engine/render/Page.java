package dev.platen.engine.render;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.theme.Theme;
import dev.platen.engine.words.Dictionary;
import dev.platen.engine.words.Direction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The page that is being written: how it looks, and where its bytes go. Used once. */
final class Page {
    private final Presentation presentation;
    private final Theme theme;
    private final Dictionary dictionary;
    private final View view;
    private final String assetBase;
    private final HtmlOutput out;
    private final PageSink sink;
    private final long maxBytes;

    private long written;
    private int threshold;

    Page(
            Presentation presentation,
            Theme theme,
            View view,
            String assetBase,
            HtmlOutput out,
            PageSink sink,
            long maxBytes) {
        this.presentation = presentation;
        this.theme = theme;
        this.dictionary = Dictionary.of(presentation.locale());
        this.view = view;
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

    View view() {
        return view;
    }

    private boolean isRightToLeft() {
        return Direction.of(presentation.locale()) == Direction.RTL;
    }

    void locale() {
        markup(html -> {
            html.attribute(Attribute.LANG, presentation.locale());
            if (isRightToLeft()) {
                html.attribute(Attribute.DIR, "rtl");
            }
        });
    }

    /** Where a posted form goes. */
    void target() {
        out.plainAttribute(addressOf("submissions"));
    }

    /** Something beside the page, in the same language and theme; always a whole page, as browsers go there. */
    String addressOf(String name) {
        StringBuilder address = new StringBuilder(name);
        char separator = '?';
        if (!presentation.locale().equals(Presentation.DEFAULT.locale())) {
            address.append(separator).append("locale=").append(presentation.locale());
            separator = '&';
        }
        if (!presentation.theme().equals(Presentation.DEFAULT.theme())) {
            address.append(separator).append("theme=").append(presentation.theme());
        }
        return address.toString();
    }

    void assets() {
        markup(html -> {
            for (String stylesheet : isRightToLeft() ? theme.rightToLeft() : theme.stylesheets()) {
                html.open(Element.LINK).attribute(Attribute.REL, "stylesheet");
                html.attribute(Attribute.HREF, assetBase + stylesheet).inside();
            }
            for (String script : theme.scripts()) {
                html.open(Element.SCRIPT).attribute(Attribute.SRC, assetBase + script);
                html.flag(Attribute.DEFER).inside().close(Element.SCRIPT);
            }
        });
    }

    void word(Word word) {
        out.plainAttribute(text(word));
    }

    String text(Word word) {
        return dictionary.text(word);
    }

    void classes(Role role) {
        out.plainAttribute(classesOf(role));
    }

    String classesOf(Role role) {
        return theme.classes(role);
    }

    void markup(Consumer<HtmlWriter> content) {
        out.markup(HtmlWriter.capture(content));
    }

    void message(Plan.Message message, Op.Context context) {
        String text = translation(message);
        if (context == Op.Context.TEXT) {
            out.plainText(text);
        } else {
            out.plainAttribute(text);
        }
    }

    /** In the locale of the page, or else in its language, or else as the document has it. */
    private String translation(Plan.Message message) {
        String locale = presentation.locale();
        while (true) {
            String translated = message.translations().get(locale);
            if (translated != null) {
                return translated;
            }
            int end = locale.lastIndexOf('-');
            if (end < 0) {
                return message.text();
            }
            locale = locale.substring(0, end);
        }
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
