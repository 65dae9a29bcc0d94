package dev.platen.fuzz;

import java.util.Arrays;

/** Renders any bytes as data. */
public final class RenderTarget {
    private RenderTarget() {}

    /** One input: a byte that chooses the page, then the data. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            Pages.render(Forms.of(input[0]), Arrays.copyOfRange(input, 1, input.length));
        }
    }
}
