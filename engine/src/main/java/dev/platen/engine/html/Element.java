package dev.platen.engine.html;

import java.util.Locale;

/** The elements that pages consist of. A closed set: no name comes from a document or from data. */
public enum Element {
    /** Void. */
    META,
    /** Void. */
    LINK,
    /** Void. */
    INPUT,
    HTML,
    HEAD,
    TITLE,
    BODY,
    MAIN,
    H1,
    FORM,
    FIELDSET,
    LEGEND,
    DIV,
    P,
    SPAN,
    LABEL,
    SELECT,
    OPTION,
    TEXTAREA,
    UL,
    LI,
    A,
    H2,
    SCRIPT,
    DATALIST,
    OPTGROUP,
    BUTTON,
    DETAILS,
    SUMMARY;

    private final String name = name().toLowerCase(Locale.ROOT);

    /** Whether it has neither content nor an end tag. */
    public boolean isVoid() {
        return this == META || this == LINK || this == INPUT;
    }

    String tag() {
        return name;
    }
}
