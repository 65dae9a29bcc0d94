package dev.platen.engine.render;

import java.util.Arrays;

/** Memory for guesses about the order and the places of members. Not thread-safe. */
final class Guesses {
    private int[] following = {};
    private int[] places = {};

    /** Room for what follows each of so many names or more, nothing of it known yet. */
    int[] following(int size) {
        if (size > following.length) {
            following = new int[Math.max(size, following.length * 2)];
        } else {
            Arrays.fill(following, 0, size, 0);
        }
        return following;
    }

    /**
     * For each of so many names or more, how far behind the beginning of an object a member of that name was last, in
     * whichever text; always a place that a member can have.
     */
    int[] places(int size) {
        if (size > places.length) {
            places = new int[Math.max(size, places.length * 2)];
            Arrays.fill(places, Tape.VALUE);
        }
        return places;
    }
}
