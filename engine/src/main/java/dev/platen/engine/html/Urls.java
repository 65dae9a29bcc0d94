package dev.platen.engine.html;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Which addresses may stand in markup: relative ones and those of a few harmless schemes. */
public final class Urls {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
    private static final byte[] HTTP = {'h', 't', 't', 'p'};
    private static final byte[] HTTPS = {'h', 't', 't', 'p', 's'};

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

    /**
     * Whether the JSON string that begins after the quotation mark before {@code start} is an address of the common kinds:
     * relative or http(s), without anything that needs a closer look. Where it is not, it may still be allowed.
     */
    public static boolean isPlain(byte[] json, int start) {
        boolean mayBeScheme = true;
        for (int at = start; json[at] != '"'; at++) {
            byte c = json[at];
            if ((c >= 0 && c <= ' ') || c == '\\' || c == 0x7f) {
                return false;
            }
            if (c == ':' && mayBeScheme && !is(HTTP, json, start, at) && !is(HTTPS, json, start, at)) {
                return false;
            }
            mayBeScheme &= c != ':' && c != '/' && c != '?' && c != '#';
        }
        return true;
    }

    private static boolean is(byte[] scheme, byte[] json, int from, int to) {
        return Arrays.equals(scheme, 0, scheme.length, json, from, to);
    }
}
