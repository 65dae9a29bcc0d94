package dev.platen.contract.plan;

/**
 * A stretch of code that reads one frame: the page itself, the items of a list, or a routine that calls itself.
 *
 * @param frame number of slots
 * @param root how the value of the scope is read
 * @param routine address of the code, or {@link #INLINE}
 */
public record Scope(int frame, Entry root, int routine) {
    /** The routine of a scope whose code stands in the body of a loop. */
    public static final int INLINE = -1;
}
