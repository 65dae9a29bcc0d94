package dev.platen.engine.render;

/** A set of small numbers that is emptied in no time. Not thread-safe. */
final class Marks {
    private int[] rounds = new int[64];
    private int round;

    /** Makes room for numbers below {@code size}. */
    void reserve(int size) {
        if (size > rounds.length) {
            rounds = new int[Math.max(size, rounds.length * 2)];
            round = 0;
        }
    }

    /** Empties the set. */
    void begin() {
        if (++round == 0) {
            java.util.Arrays.fill(rounds, 0); // after four billion objects
            round = 1;
        }
    }

    /** Adds a number and tells whether it was new. */
    boolean add(int number) {
        boolean isNew = rounds[number] != round;
        rounds[number] = round;
        return isNew;
    }
}
