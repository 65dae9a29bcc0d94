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
    /** Void. */
    IMG,
    /** Void. */
    BR,
    /** Void. */
    HR,
    HTML,
    HEAD,
    TITLE,
    BODY,
    MAIN,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
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
    BUTTON,
    A,
    ARTICLE,
    ASIDE,
    /** Text whose direction has nothing to do with that around it. */
    BDI,
    BLOCKQUOTE,
    CAPTION,
    CODE,
    DD,
    DETAILS,
    DL,
    DT,
    EM,
    FIGCAPTION,
    FIGURE,
    FOOTER,
    HEADER,
    LI,
    NAV,
    OL,
    PRE,
    SECTION,
    SMALL,
    STRONG,
    SUMMARY,
    TABLE,
    TBODY,
    TD,
    TFOOT,
    TH,
    THEAD,
    TIME,
    TR,
    UL,
    DATALIST,
    OPTGROUP,
    SCRIPT,
    /** A drawing; the elements that follow stand within one. */
    SVG,
    DESC,
    G,
    LINE,
    PATH,
    RECT,
    CIRCLE,
    /** Letters of a drawing. */
    TEXT;

    private final String opening = "<" + name().toLowerCase(Locale.ROOT);
    private final String closing = "</" + name().toLowerCase(Locale.ROOT) + ">";

    /** Whether it is a drawing, or only makes sense within one. */
    public boolean isOfDrawing() {
        return compareTo(SVG) >= 0;
    }

    /** Whether it has neither content nor an end tag. */
    public boolean isVoid() {
        return this == META || this == LINK || this == INPUT || this == IMG || this == BR || this == HR;
    }

    /** The start tag, up to its attributes. */
    String opening() {
        return opening;
    }

    /** The end tag. */
    String closing() {
        return closing;
    }
}
