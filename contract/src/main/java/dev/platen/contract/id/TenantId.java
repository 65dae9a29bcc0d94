package dev.platen.contract.id;

/**
 * A tenant: the boundary that no schema, page or cache entry crosses.
 *
 * @param value 1 to 63 characters of {@code a-z 0-9 -}, starting with a letter or a digit
 */
public record TenantId(String value) {
    /** The tenant of an installation that has only one. */
    public static final TenantId DEFAULT = new TenantId("default");

    private static final int MAX_LENGTH = 63;

    /** Refuses a value outside the alphabet, and thereby any separator of keys, headers and paths. */
    public TenantId {
        Names.require("tenant", value, MAX_LENGTH, "-");
    }

    @Override
    public String toString() {
        return value;
    }
}
