package dev.platen.engine.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is open while a plan is executed: entered values, items of loops, picks. Not thread-safe. */
final class Scopes {
    private static final int INITIAL = 64;

    private int[] entered = new int[INITIAL];
    private int[] items = new int[INITIAL];
    private final List<Object> computed = new ArrayList<>();
    private int[] picks = new int[INITIAL];
    private int enteredSize;
    private int itemsSize;
    private int picksSize;

    void clear() {
        enteredSize = 0;
        itemsSize = 0;
        computed.clear();
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

    /** Opens an item that is no value of the data. */
    void openComputed(Object item, int index) {
        computed.add(item);
        openItem(-computed.size(), index);
    }

    void closeItem() {
        itemsSize -= 2;
        if (items[itemsSize] < 0) {
            computed.removeLast();
        }
    }

    /** The item of the loop that is so many further out, or {@link Tape#NOTHING}. */
    int item(int outward) {
        int at = itemsSize - 2 - 2 * outward;
        return at < 0 ? Tape.NOTHING : Math.max(Tape.NOTHING, items[at]);
    }

    /** The item of that loop where it is no value of the data, else null. */
    @Nullable
    Object computed(int outward) {
        int at = itemsSize - 2 - 2 * outward;
        return at < 0 || items[at] >= 0 ? null : computed.get(-items[at] - 1);
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
