package dev.platen.engine.html;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes markup element by element while a document is compiled. Values are escaped for the context of their attribute;
 * names come from closed sets. Not thread-safe.
 */
public final class HtmlWriter {
    private static final String DOCTYPE = "<!DOCTYPE html>\n";
    private static final Pattern TOKENS = Pattern.compile("[A-Za-z0-9_-]+( [A-Za-z0-9_-]+)*");

    private final Consumer<String> sink;

    /** A writer that hands pieces of finished markup to {@code sink}, in order. */
    public HtmlWriter(Consumer<String> sink) {
        this.sink = sink;
    }

    /** The markup that {@code content} writes, as a string. */
    public static String capture(Consumer<HtmlWriter> content) {
        StringBuilder markup = new StringBuilder();
        content.accept(new HtmlWriter(markup::append));
        return markup.toString();
    }

    /** The text as it stands between tags. */
    public static String escapedText(String text) {
        return Escapes.TEXT.escape(text);
    }

    /** The text as it stands between the quotes of an attribute. */
    public static String escapedAttribute(String text) {
        return Escapes.ATTRIBUTE.escape(text);
    }

    /** The text that {@link #escapedAttribute} made this of. */
    public static String unescapedAttribute(String escaped) {
        return escaped.indexOf('&') < 0
                ? escaped
                : escaped.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&#13;", "\r")
                        .replace("&amp;", "&");
    }

    /** Begins a document in the standard mode of browsers. */
    public void doctype() {
        sink.accept(DOCTYPE);
    }

    /** Begins an element; attributes may follow. */
    public HtmlWriter open(Element element) {
        sink.accept(element.opening());
        return this;
    }

    /** Ends the start tag. */
    public HtmlWriter inside() {
        sink.accept(">");
        return this;
    }

    /** Ends the element. */
    public HtmlWriter close(Element element) {
        sink.accept(element.closing());
        return this;
    }

    /** Adds an attribute. Refuses a value that its context does not allow: callers choose among known ones. */
    public HtmlWriter attribute(Attribute attribute, String value) {
        boolean isAllowed =
                switch (attribute.context()) {
                    case TEXT -> true;
                    case URL -> Urls.isAllowed(value);
                    case TOKENS -> TOKENS.matcher(value).matches();
                    case FLAG -> false;
                };
        if (!isAllowed) {
            throw new IllegalArgumentException("the value is not allowed in attribute " + attribute);
        }
        return begin(attribute).attributeText(value).end();
    }

    /** Adds an attribute that has no value. */
    public HtmlWriter flag(Attribute attribute) {
        if (attribute.context() != Attribute.Context.FLAG) {
            throw new IllegalArgumentException("attribute %s needs a value".formatted(attribute));
        }
        sink.accept(" " + attribute.printed());
        return this;
    }

    /** Begins an attribute of which parts are known only when the page is rendered; {@link #end} must follow. */
    public HtmlWriter begin(Attribute attribute) {
        sink.accept(attribute.opening());
        return this;
    }

    /** Adds to the attribute that was begun. */
    public HtmlWriter attributeText(String text) {
        sink.accept(escapedAttribute(text));
        return this;
    }

    /** Ends the attribute that was begun. */
    public HtmlWriter end() {
        sink.accept("\"");
        return this;
    }

    /** Adds text between tags. */
    public HtmlWriter text(String text) {
        sink.accept(escapedText(text));
        return this;
    }

    /**
     * Begins the content of an element whose first line break the browser drops, so that one of the value's own is
     * kept.
     */
    public HtmlWriter insideKeepingLines() {
        sink.accept(">\n");
        return this;
    }

    /** An element that holds nothing but text. */
    public HtmlWriter element(Element element, String text) {
        return open(element).inside().text(text).close(element);
    }
}
