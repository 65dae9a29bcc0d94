package dev.platen.contract.id;

/**
 * The name under which a tenant stores a schema.
 *
 * @param value 1 to 128 characters of {@code a-z 0-9 - _ .}, starting with a letter or a digit
 */
public record SchemaName(String value) {
    private static final int MAX_LENGTH = 128;

    /** Refuses a value outside the alphabet, and thereby any separator of keys, headers and paths. */
    public SchemaName {
        Names.require("schema name", value, MAX_LENGTH, "-_.");
    }

    @Override
    public String toString() {
        return value;
    }
}
