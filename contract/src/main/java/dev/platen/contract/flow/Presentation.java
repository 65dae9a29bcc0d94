package dev.platen.contract.flow;

import java.util.regex.Pattern;

/**
 * How a page is to look and read; part of its content address.
 *
 * @param locale BCP 47 tag of at most 35 characters
 * @param theme name of the theme: 1 to 32 characters of {@code a-z 0-9 -}
 * @param layout a whole page or only its content
 */
public record Presentation(String locale, String theme, Layout layout) {
    private static final int MAX_LOCALE = 35;
    private static final int MAX_THEME = 32;
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
    private static final Pattern THEME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** What a caller gets who asks for nothing in particular. */
    public static final Presentation DEFAULT = new Presentation("en", "plain", Layout.PAGE);

    /** Refuses values that could not be printed into markup, headers and keys as they are. */
    public Presentation {
        require("locale", locale, MAX_LOCALE, LOCALE);
        require("theme", theme, MAX_THEME, THEME);
    }

    private static void require(String what, String value, int maxLength, Pattern pattern) {
        if (value.length() > maxLength || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("%s must have at most %s characters in the form %s, found %s characters"
                    .formatted(what, maxLength, pattern, value.length()));
        }
    }

    /** How much of an HTML document is written. */
    public enum Layout {
        /** A whole HTML document, with head and stylesheet. */
        PAGE,
        /** Only the content, to be placed into a page of the caller's. */
        FRAGMENT
    }
}
