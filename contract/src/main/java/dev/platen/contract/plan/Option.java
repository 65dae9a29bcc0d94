package dev.platen.contract.plan;

/**
 * One value among which a choice is made.
 *
 * @param type type of the JSON value
 * @param value the characters of a string, the canonical form of a number, the canonical text of an
 *     object or a list, and nothing for the other types
 */
public record Option(Type type, String value) {
    /** The type of an option's value. */
    public enum Type {
        /** Compared by its characters. */
        STRING,
        /** Compared by its numerical value. */
        NUMBER,
        /** The value true. */
        TRUE,
        /** The value false. */
        FALSE,
        /** The value null. */
        NULL,
        /** An object or a list, compared by its canonical text: no white space, members in the order of their names. */
        JSON
    }
}
