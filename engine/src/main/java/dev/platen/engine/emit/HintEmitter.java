package dev.platen.engine.emit;

import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Control.Hint;
import java.util.List;
import java.util.Map;

/** Writes what a browser checks and offers. */
record HintEmitter(Emission emission) {
    private static final String SUGGESTIONS = "__examples";

    /** Writes the attributes of an element that was begun. */
    void attributes(Map<Hint, String> hints) {
        hints.forEach((hint, value) -> emission.html()
                .attribute(
                        switch (hint) {
                            case MINLENGTH -> Attribute.MINLENGTH;
                            case MAXLENGTH -> Attribute.MAXLENGTH;
                            case PATTERN -> Attribute.PATTERN;
                            case MIN -> Attribute.MIN;
                            case MAX -> Attribute.MAX;
                            case STEP -> Attribute.STEP;
                            case AUTOCOMPLETE -> Attribute.AUTOCOMPLETE;
                            case AUTOCAPITALIZE -> Attribute.AUTOCAPITALIZE;
                            case INPUTMODE -> Attribute.INPUTMODE;
                            case SIZE -> Attribute.SIZE;
                        },
                        value));
    }

    /** Refers an element that was begun to its {@link #suggestions}. */
    void list(Where id, List<String> suggestions) {
        if (!suggestions.isEmpty()) {
            id.then(SUGGESTIONS).attribute(Attribute.LIST, emission.code(), emission.html());
        }
    }

    /** Writes values that are offered, among others that can be entered. */
    void suggestions(Where id, List<String> suggestions) {
        if (suggestions.isEmpty()) {
            return;
        }
        HtmlWriter html = emission.html();
        html.open(Element.DATALIST);
        id.then(SUGGESTIONS).attribute(Attribute.ID, emission.code(), html);
        html.inside();
        for (String suggestion : suggestions) {
            html.open(Element.OPTION).attribute(Attribute.VALUE, suggestion);
            html.inside().close(Element.OPTION);
        }
        html.close(Element.DATALIST);
    }
}
