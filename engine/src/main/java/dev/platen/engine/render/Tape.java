package dev.platen.engine.render;

import java.util.Arrays;

/**
 * The values of one JSON text in one array, in the order of the text. A value takes two ints: its type with its offset in
 * the text, and the index behind all that it contains. The content of a list follows it, value by value; that of an
 * object follows it as members, each an int for the name and a value. Index 0 is a value that stands for none. Not
 * thread-safe; used again for the next text.
 */
final class Tape {
    /** No value. */
    static final int ABSENT = 0;
    /** A string: the offset is behind the opening quotation mark. */
    static final int STRING = 1;
    /** A number. */
    static final int NUMBER = 2;
    /** The value true. */
    static final int TRUE = 3;
    /** The value false. */
    static final int FALSE = 4;
    /** The value null. */
    static final int NULL = 5;
    /** An object. */
    static final int OBJECT = 6;
    /** A list. */
    static final int LIST = 7;

    /** The index of the value that stands for none. */
    static final int NOTHING = 0;

    /** The ints of a value without content. */
    static final int VALUE = 2;

    private static final int TYPE_BITS = 3;
    private static final int TYPE_MASK = (1 << TYPE_BITS) - 1;
    private static final int INITIAL = 1024;

    private int[] cells = new int[INITIAL];
    private int size = VALUE;

    Tape() {
        cells[1] = VALUE;
    }

    /** The largest offset that a value can have. */
    static int maxPosition() {
        return Integer.MAX_VALUE >>> TYPE_BITS;
    }

    void clear() {
        size = VALUE;
    }

    int capacity() {
        return cells.length;
    }

    /** The index of the root, once it was read. */
    int root() {
        return size > VALUE ? VALUE : NOTHING;
    }

    /** Adds a value and returns its index. */
    int add(int type, int position) {
        int index = size;
        require(VALUE);
        cells[index] = position << TYPE_BITS | type;
        cells[index + 1] = index + VALUE;
        size = index + VALUE;
        return index;
    }

    /**
     * Adds the name of the member whose value is added next.
     *
     * @param name index of a name that the plan reads, or else -1 minus the offset of its first character
     */
    void name(int name) {
        require(1);
        cells[size++] = name;
    }

    /** Ends a list or an object. */
    void end(int index) {
        cells[index + 1] = size;
    }

    private void require(int more) {
        if (size + more > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
    }

    int type(int index) {
        return cells[index] & TYPE_MASK;
    }

    int position(int index) {
        return cells[index] >>> TYPE_BITS;
    }

    /** The index behind the value and all that it contains. */
    int after(int index) {
        return cells[index + 1];
    }

    /** The first item of a list, or what is behind an empty one; the next one is {@link #after} it. */
    int firstItem(int list) {
        return list + VALUE;
    }

    /** The item of this index, or {@link #NOTHING}. */
    int item(int list, int index) {
        if (type(list) != LIST) {
            return NOTHING;
        }
        int end = after(list);
        int item = firstItem(list);
        for (int i = 0; item < end; item = after(item), i++) {
            if (i == index) {
                return item;
            }
        }
        return NOTHING;
    }

    /** How many items or members there are. */
    int count(int index) {
        int count = 0;
        boolean isList = type(index) == LIST;
        int end = after(index);
        for (int at = index + VALUE; at < end; at = after(isList ? at : at + 1)) {
            count++;
        }
        return count;
    }

    /** The first member of an object, or what is behind an empty one; the next one is {@link #afterMember}. */
    int firstMember(int object) {
        return object + VALUE;
    }

    /** The name of a member, as it was added. */
    int memberName(int member) {
        return cells[member];
    }

    /** The value of a member. */
    int memberValue(int member) {
        return member + 1;
    }

    int afterMember(int member) {
        return cells[member + 2];
    }
}
