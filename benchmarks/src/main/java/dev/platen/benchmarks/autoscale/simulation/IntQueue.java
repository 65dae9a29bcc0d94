package dev.platen.benchmarks.autoscale.simulation;

import java.util.Arrays;

/** Numbers, first in, first out. */
final class IntQueue {
    private int[] items = new int[64];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(int item) {
        if (size == items.length) {
            int[] larger = new int[size * 2];
            for (int i = 0; i < size; i++) {
                larger[i] = items[(head + i) & (items.length - 1)];
            }
            items = larger;
            head = 0;
        }
        items[(head + size) & (items.length - 1)] = item;
        size++;
    }

    int first() {
        return items[head];
    }

    void removeFirst() {
        head = (head + 1) & (items.length - 1);
        size--;
    }

    /** Moves everything behind what is in the array from a place on; returns the array, larger where that was needed. */
    int[] drainTo(int[] target, int from) {
        int[] room =
                from + size > target.length ? Arrays.copyOf(target, Math.max(from + size, target.length * 2)) : target;
        for (int place = from; size > 0; place++) {
            room[place] = first();
            removeFirst();
        }
        return room;
    }
}
