package dev.platen.engine.render;

import java.util.Arrays;

/** What is open while a plan is executed: entered values, items of loops, picks. Not thread-safe. */
final class Scopes {
    private static final int INITIAL = 64;

    private int[] entered = new int[INITIAL];
    private int[] items = new int[INITIAL];
    private int[] picks = new int[INITIAL];
    private int enteredSize;
    private int itemsSize;
    private int picksSize;

    void clear() {
        enteredSize = 0;
        itemsSize = 0;
        picksSize = 0;
    }

    void enter(int value) {
        if (enteredSize == entered.length) {
            entered = Arrays.copyOf(entered, enteredSize * 2);
        }
        entered[enteredSize++] = value;
    }

    int leave() {
        return entered[--enteredSize];
    }

    void openItem(int value, int index) {
        if (itemsSize == items.length) {
            items = Arrays.copyOf(items, itemsSize * 2);
        }
        items[itemsSize++] = value;
        items[itemsSize++] = index;
    }

    void closeItem() {
        itemsSize -= 2;
    }

    /** The item of the loop that is so many further out, or {@link Tape#NOTHING}. */
    int item(int outward) {
        int at = itemsSize - 2 - 2 * outward;
        return at < 0 ? Tape.NOTHING : items[at];
    }

    /** The index of that item, or -1. */
    int index(int outward) {
        int at = itemsSize - 1 - 2 * outward;
        return at < 0 ? -1 : items[at];
    }

    void pick(int number) {
        if (picksSize == picks.length) {
            picks = Arrays.copyOf(picks, picksSize * 2);
        }
        picks[picksSize++] = number;
    }

    int picked() {
        return picks[picksSize - 1];
    }

    void drop() {
        picksSize--;
    }
}
