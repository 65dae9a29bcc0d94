package dev.platen.engine.html;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each character in one context. Tables, because the scan for the next character that matters is the
 * inner loop of rendering.
 */
final class Escapes {
    /** Nothing to do. */
    static final byte CLEAN = 0;
    /** A quotation mark: the end of a JSON string. */
    static final byte QUOTE = 1;
    /** A backslash: the beginning of an escape in a JSON string. */
    static final byte BACKSLASH = 2;
    /** Replaced. */
    static final byte SPECIAL = 3;

    /** Nowhere in a page: every character stays. */
    static final Escapes NONE = new Escapes(Map.of());
    /** Between tags. */
    static final Escapes TEXT = new Escapes(
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '\r', Escapes.CARRIAGE_RETURN, '\0', Escapes.REPLACEMENT));
    /** Between double quotes. */
    static final Escapes ATTRIBUTE = new Escapes(Map.of(
            '&',
            "&amp;",
            '<',
            "&lt;",
            '>',
            "&gt;",
            '"',
            "&#34;",
            '\'',
            "&#39;",
            '\r',
            Escapes.CARRIAGE_RETURN,
            '\0',
            Escapes.REPLACEMENT));

    private static final int ASCII = 128;
    /** Stands for what is no character of a page. */
    private static final String REPLACEMENT = "\ufffd";
    /** A browser would read a bare one as a line feed. */
    private static final String CARRIAGE_RETURN = "&#13;";

    private final byte[] classes = new byte[256];
    private final byte[] @Nullable [] replacements = new byte[ASCII] @Nullable [];
    private final @Nullable String[] printed = new @Nullable String[ASCII];

    private Escapes(Map<Character, String> replaced) {
        replaced.forEach(this::replace);
        classes['"'] = QUOTE;
        classes['\\'] = BACKSLASH;
    }

    private void replace(char character, String replacement) {
        classes[character] = SPECIAL;
        replacements[character] = replacement.getBytes(StandardCharsets.UTF_8);
        printed[character] = replacement;
    }

    /** For each byte of a JSON string, what it is. */
    byte[] classes() {
        return classes;
    }

    /** What an ASCII character becomes, or null where it stays. */
    byte @Nullable [] replacement(int character) {
        return replacements[character];
    }

    /** The text with every character replaced that may not stand in this context. */
    String escape(String text) {
        return isClean(text) ? text : escaped(text);
    }

    private boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ASCII ? printed[c] != null : Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            String replacement = c < ASCII ? printed[c] : null;
            if (replacement != null) {
                escaped.append(replacement);
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                escaped.append(REPLACEMENT); // half a pair is no character
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
