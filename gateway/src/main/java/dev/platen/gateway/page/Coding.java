package dev.platen.gateway.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the bytes of a page are coded on their way (RFC 9110, section 8.4). */
enum Coding {
    IDENTITY(""),
    GZIP("gzip"),
    BROTLI("br");

    private static final int MAX_HEADER = 1_000;
    private static final Pattern NOT_AT_ALL = Pattern.compile("q=0(\\.0{0,3})?");

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    /** The name in headers and, as a suffix, in entity tags; empty for bytes as they are. */
    String token() {
        return token;
    }

    /** The best coding that a client takes, by its {@code Accept-Encoding}. */
    static Coding accepted(@Nullable String header) {
        if (header == null || header.length() > MAX_HEADER) {
            return IDENTITY;
        }
        String accepted = header.toLowerCase(Locale.ROOT);
        if (takes(accepted, BROTLI.token)) {
            return BROTLI;
        }
        return takes(accepted, GZIP.token) ? GZIP : IDENTITY;
    }

    private static boolean takes(String header, String token) {
        for (String offer : header.split(",", -1)) {
            String[] parts = offer.split(";", 2);
            if (parts[0].strip().equals(token)) {
                return parts.length == 1
                        || !NOT_AT_ALL.matcher(parts[1].strip()).matches();
            }
        }
        return false;
    }
}
