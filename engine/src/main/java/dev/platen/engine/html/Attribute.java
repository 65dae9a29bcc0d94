package dev.platen.engine.html;

import java.util.Locale;

/** The attributes that elements carry, each with the context of its value. A closed set, like {@link Element}. */
public enum Attribute {
    ACTION(Context.URL),
    ALT(Context.TEXT),
    ARIA_CURRENT(Context.TEXT),
    ARIA_DESCRIBEDBY(Context.TEXT),
    ARIA_DISABLED(Context.TEXT),
    ARIA_HIDDEN(Context.TEXT),
    ARIA_LABEL(Context.TEXT),
    ARIA_LABELLEDBY(Context.TEXT),
    AUTOFOCUS(Context.FLAG),
    CHARSET(Context.TEXT),
    CHECKED(Context.FLAG),
    CLASS(Context.TOKENS),
    COLSPAN(Context.TEXT),
    CONTENT(Context.TEXT),
    DISABLED(Context.FLAG),
    FOR(Context.TEXT),
    FORMNOVALIDATE(Context.FLAG),
    HIDDEN(Context.FLAG),
    HREF(Context.URL),
    HEIGHT(Context.TEXT),
    LOADING(Context.TEXT),
    ROLE(Context.TEXT),
    ROWSPAN(Context.TEXT),
    SCOPE(Context.TEXT),
    SRC(Context.URL),
    TITLE(Context.TEXT),
    WIDTH(Context.TEXT),
    ID(Context.TEXT),
    LANG(Context.TEXT),
    MAX(Context.TEXT),
    MAXLENGTH(Context.TEXT),
    METHOD(Context.TEXT),
    MIN(Context.TEXT),
    MINLENGTH(Context.TEXT),
    MULTIPLE(Context.FLAG),
    NAME(Context.TEXT),
    PATTERN(Context.TEXT),
    PLACEHOLDER(Context.TEXT),
    READONLY(Context.FLAG),
    REL(Context.TEXT),
    REQUIRED(Context.FLAG),
    ROWS(Context.TEXT),
    SELECTED(Context.FLAG),
    SIZE(Context.TEXT),
    STEP(Context.TEXT),
    TABINDEX(Context.TEXT),
    TYPE(Context.TEXT),
    ACCEPT(Context.TEXT),
    ARIA_INVALID(Context.TEXT),
    OPEN(Context.FLAG),
    AUTOCAPITALIZE(Context.TEXT),
    AUTOCOMPLETE(Context.TEXT),
    DEFER(Context.FLAG),
    DIR(Context.TEXT),
    ENCTYPE(Context.TEXT),
    HX_ENCODING(Context.TEXT),
    HX_GET(Context.URL),
    HX_POST(Context.URL),
    HX_SELECT(Context.TEXT),
    HX_SWAP(Context.TEXT),
    HX_TARGET(Context.TEXT),
    HX_TRIGGER(Context.TEXT),
    HX_VALS(Context.TEXT),
    INPUTMODE(Context.TEXT),
    LABEL(Context.TEXT),
    LIST(Context.TEXT),
    VALUE(Context.TEXT),
    CX(Context.TEXT),
    CY(Context.TEXT),
    D(Context.TEXT),
    R(Context.TEXT),
    TEXT_ANCHOR(Context.TEXT),
    /** A browser reads it as {@code viewBox}. */
    VIEWBOX(Context.TEXT),
    X(Context.TEXT),
    Y(Context.TEXT);

    private final String printed = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String opening = " " + printed + "=\"";
    private final Context context;

    Attribute(Context context) {
        this.context = context;
    }

    String printed() {
        return printed;
    }

    /** What stands before its value. */
    String opening() {
        return opening;
    }

    /** Whether the attribute has no value: it is there or it is not. */
    public boolean isFlag() {
        return context == Context.FLAG;
    }

    /** Whether the value is an address. */
    public boolean isAddress() {
        return context == Context.URL;
    }

    Context context() {
        return context;
    }

    /** Whether the value is an address. */
    public boolean isUrl() {
        return context == Context.URL;
    }

    /** What a value may be. */
    enum Context {
        /** Any text, escaped and quoted. */
        TEXT,
        /** An address that is allow-listed, see {@link Urls}. */
        URL,
        /** Names separated by spaces. */
        TOKENS,
        /** No value: the attribute is there or it is not. */
        FLAG
    }
}
