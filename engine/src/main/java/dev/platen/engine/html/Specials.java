package dev.platen.engine.html;

/** Finds the characters of a JSON string that may need more than being copied into a page, eight bytes at a time. */
public final class Specials {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Specials() {}

    /**
     * Marks the first of eight bytes that is special in any context, or is a number sign, by its highest bit; what is
     * marked behind the first one may be wrong. Control characters are not looked for. Two of the comparisons leave out
     * bits in which special characters differ.
     *
     * @param word the bytes, the first one lowest
     */
    public static long of(long word) {
        long quotes = (word & 0xfafafafafafafafaL) ^ (ONES * '"'); // and apostrophes and ampersands
        long brackets = (word & 0xfdfdfdfdfdfdfdfdL) ^ (ONES * '<'); // of both kinds
        long backslash = word ^ (ONES * '\\');
        return (((quotes - ONES) & ~quotes) | ((brackets - ONES) & ~brackets) | ((backslash - ONES) & ~backslash))
                & HIGH_BITS;
    }
}
