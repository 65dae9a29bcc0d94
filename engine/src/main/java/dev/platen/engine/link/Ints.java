package dev.platen.engine.link;

import java.util.Arrays;

/** Ints in an array that grows. Not thread-safe. */
final class Ints {
    private int[] values = new int[256];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }

    void truncate(int size) {
        this.size = size;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
