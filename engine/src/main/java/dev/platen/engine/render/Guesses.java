package dev.platen.engine.render;

import java.util.Arrays;

/** Memory for guesses about what comes next. Not thread-safe. */
final class Guesses {
    private int[] guesses = {};

    /** Room for as many guesses as said or more, none of them made yet. */
    int[] begin(int size) {
        if (size > guesses.length) {
            guesses = new int[Math.max(size, guesses.length * 2)];
        } else {
            Arrays.fill(guesses, 0, size, 0);
        }
        return guesses;
    }
}
