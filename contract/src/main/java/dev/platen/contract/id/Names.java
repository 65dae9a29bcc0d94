package dev.platen.contract.id;

/** The one alphabet of names: safe in a path, a header, a Kafka key and a metric tag without any escaping. */
final class Names {
    private Names() {}

    static void require(String what, String value, int maxLength, String punctuation) {
        if (value.isEmpty() || value.length() > maxLength) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %s characters, found %s".formatted(what, maxLength, value.length()));
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!alphanumeric && (i == 0 || punctuation.indexOf(c) < 0)) {
                throw new IllegalArgumentException(
                        "%s may hold a-z, 0-9 and, after the first character, any of %s; found U+%04X at position %s"
                                .formatted(what, punctuation, (int) c, i));
            }
        }
    }
}
