package dev.platen.contract.plan;

/**
 * What is kept of one JSON value while data is read.
 *
 * @param kind how the value is read
 * @param slot index into the frame of the scope; every entry of a scope has its own
 * @param target index of a {@link Shape} for an object, of a {@link Scope} for a list or a call, 0 for a leaf
 */
public record Entry(Kind kind, int slot, int target) {

    /** How a value is read. */
    public enum Kind {
        /** A single value. */
        LEAF,
        /** An object whose members belong to the same frame. */
        OBJECT,
        /** A list; each of its items has a frame of its own. */
        LIST,
        /** Any value, with a frame of its own that a routine reads. */
        CALL
    }
}
