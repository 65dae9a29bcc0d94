package dev.platen.engine.html;

/** Ids and control names: those that rjsf gives, as far as they are valid. */
public final class Ids {
    private Ids() {}

    /**
     * The name of a member that people chose as a part of an id, told apart from all other names and from the ids that parts
     * derive from their own.
     */
    public static String entry(String name) {
        String escaped = encoded(name.replace("%", "%25"));
        return escaped.startsWith("_") ? "%5F" + escaped.substring(1) : escaped;
    }

    /** A member name as a part of an id. White space is not allowed in ids and is percent-encoded. */
    public static String encoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                encoded.append('%')
                        .append(Character.forDigit(c >> 4, 16))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }
}
