package dev.platen.engine.link;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.html.Swaps;
import dev.platen.engine.theme.Theme;
import dev.platen.engine.words.Dictionary;
import dev.platen.engine.words.Direction;

/**
 * How pages look and read: what the language and the theme add to them. Immutable.
 *
 * @param presentation what was asked for
 * @param theme the one that it names
 * @param assetBase address that precedes the names of stylesheets
 * @param dictionary words in its language
 */
public record Look(Presentation presentation, Theme theme, String assetBase, Dictionary dictionary) {
    static Look of(Presentation presentation, Theme theme, String assetBase) {
        return new Look(presentation, theme, assetBase, Dictionary.of(presentation.locale()));
    }

    /** Whether whole pages are written rather than their content alone. */
    public boolean isWhole() {
        return presentation.layout() == Presentation.Layout.PAGE;
    }

    private boolean isRightToLeft() {
        return Direction.of(presentation.locale()) == Direction.RTL;
    }

    String locale() {
        return HtmlWriter.capture(html -> {
            html.attribute(Attribute.LANG, presentation.locale());
            if (isRightToLeft()) {
                html.attribute(Attribute.DIR, "rtl");
            }
        });
    }

    String assets() {
        return HtmlWriter.capture(html -> {
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
        });
    }

    /** Whether pages bring scripts. */
    public boolean isScripted() {
        return !theme.scripts().isEmpty();
    }

    /** Where a posted form goes: beside the page, in the same language and theme. */
    public String target() {
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

    String word(Word word) {
        return HtmlWriter.escapedAttribute(dictionary.text(word));
    }

    String classes(Role role) {
        return HtmlWriter.escapedAttribute(theme.classes(role));
    }

    String message(Plan.Message message, Op.Context context) {
        String text = translation(message);
        return context == Op.Context.TEXT ? HtmlWriter.escapedText(text) : HtmlWriter.escapedAttribute(text);
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
}
