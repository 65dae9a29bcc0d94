package dev.platen.engine.html;

import java.util.Locale;
import java.util.Set;

/** Which addresses may stand in markup: relative ones and those of a few harmless schemes. */
public final class Urls {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private Urls() {}

    /** Whether the address may be written into markup. */
    public static boolean isAllowed(String url) {
        if (url.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7f)) {
            return false; // browsers drop or rewrite these before they look at the scheme
        }
        int colon = url.indexOf(':');
        int end = colon < 0 ? -1 : colon;
        boolean isRelative = end < 0 || url.substring(0, end).chars().anyMatch(c -> c == '/' || c == '?' || c == '#');
        return isRelative || SCHEMES.contains(url.substring(0, end).toLowerCase(Locale.ROOT));
    }
}
