package dev.platen.contract.id;

/** The one alphabet of names: safe in a path, a header, a Kafka key and a metric tag without any escaping. */
final class Names {
    private Names() {}

    static boolean isValid(String value, int maxLength, String punctuation) {
        return !value.isEmpty()
                && value.length() <= maxLength
                && isAlphanumeric(value.charAt(0))
                && value.chars().allMatch(c -> isAlphanumeric(c) || punctuation.indexOf(c) >= 0);
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    static void require(String what, String value, int maxLength, String punctuation) {
        if (value.isEmpty() || value.length() > maxLength) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %s characters, found %s".formatted(what, maxLength, value.length()));
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isAlphanumeric(c) && (i == 0 || punctuation.indexOf(c) < 0)) {
                throw new IllegalArgumentException(
                        "%s may hold a-z, 0-9 and, after the first character, any of %s; found U+%04X at position %s"
                                .formatted(what, punctuation, (int) c, i));
            }
        }
    }
}
