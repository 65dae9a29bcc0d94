package dev.platen.contract.id;

import java.util.Optional;

/**
 * The name under which a tenant stores a schema.
 *
 * @param value 1 to 128 characters of {@code a-z 0-9 - _ .}, starting with a letter or a digit
 */
public record SchemaName(String value) {
    private static final String SCHEME = "platen:";
    private static final int MAX_LENGTH = 128;
    private static final String PUNCTUATION = "-_.";

    /** Refuses a value outside the alphabet, and thereby any separator of keys, headers and paths. */
    public SchemaName {
        Names.require("schema name", value, MAX_LENGTH, PUNCTUATION);
    }

    /** What a reference from another document means, if it can mean a stored one: {@code name} or {@code platen:name}. */
    public static Optional<SchemaName> referredTo(String reference) {
        int fragment = reference.indexOf('#');
        String resource = fragment < 0 ? reference : reference.substring(0, fragment);
        String name = resource.startsWith(SCHEME) ? resource.substring(SCHEME.length()) : resource;
        return isValid(name) ? Optional.of(new SchemaName(name)) : Optional.empty();
    }

    /** The address that a reference may have instead of the plain name. */
    public String address() {
        return SCHEME + value;
    }

    /** Whether {@code value} can be a name. */
    public static boolean isValid(String value) {
        return Names.isValid(value, MAX_LENGTH, PUNCTUATION);
    }

    @Override
    public String toString() {
        return value;
    }
}
