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
import dev.platen.engine.html.Swaps;
import dev.platen.engine.theme.Theme;
import dev.platen.engine.words.Dictionary;
import dev.platen.engine.words.Direction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

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
        out.markup(HtmlWriter.capture(html -> {
            html.attribute(Attribute.LANG, presentation.locale());
            if (isRightToLeft()) {
                html.attribute(Attribute.DIR, "rtl");
            }
        }));
    }

    void assets() {
        out.markup(HtmlWriter.capture(html -> {
            for (String stylesheet : isRightToLeft() ? theme.rightToLeft() : theme.stylesheets()) {
                html.open(Element.LINK).attribute(Attribute.REL, "stylesheet");
                html.attribute(Attribute.HREF, assetBase + stylesheet).inside();
            }
            if (isScripted()) {
                Swaps.settings(html);
            }
            for (String script : theme.scripts()) {
                html.open(Element.SCRIPT).attribute(Attribute.SRC, assetBase + script);
                html.flag(Attribute.DEFER).inside().close(Element.SCRIPT);
            }
        }));
    }

    /** Writes where a posted form goes: beside the page, in the same language and theme. */
    void target() {
        out.plainAttribute(targetOf());
    }

    String targetOf() {
        String locale = presentation.locale();
        String themeName = presentation.theme();
        StringBuilder target = new StringBuilder("submissions");
        char separator = '?';
        if (!locale.equals(Presentation.DEFAULT.locale())) {
            target.append(separator).append("locale=").append(locale);
            separator = '&';
        }
        if (!themeName.equals(Presentation.DEFAULT.theme())) {
            target.append(separator).append("theme=").append(themeName);
        }
        return target.toString();
    }

    boolean isScripted() {
        return !theme.scripts().isEmpty();
    }

    /** Writes where this page is found with one more part open, or that part alone. */
    void address(String id, boolean isAlone) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
        StringBuilder address = new StringBuilder("?locale=")
                .append(presentation.locale())
                .append("&theme=")
                .append(presentation.theme())
                .append(isWhole() ? "" : "&layout=fragment");
        new TreeSet<>(view.open())
                .forEach(open -> address.append("&open=").append(URLEncoder.encode(open, StandardCharsets.UTF_8)));
        address.append("&open=")
                .append(encoded)
                .append(isAlone ? "&fragment=" : "#")
                .append(encoded);
        out.plainAttribute(address.toString());
    }

    void word(Word word) {
        out.plainAttribute(text(word));
    }

    /** The word in the language of the page. */
    String text(Word word) {
        return dictionary.text(word);
    }

    void classes(Role role) {
        out.plainAttribute(classesOf(role));
    }

    String classesOf(Role role) {
        return theme.classes(role);
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
