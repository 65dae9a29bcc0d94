package dev.platen.engine.render;

import dev.platen.engine.link.ValueType;
import java.util.Arrays;

/**
 * The values of one JSON text in one array, in the order of the text. A value takes two ints. For a string or a number
 * these are its type with its offset in the text, and its length. For a list or an object they are its type, and the index
 * behind all that it contains. The content of a list follows it, value by value; that of an object follows it as members,
 * each an int for the name and a value; an object has, beside its type, whether its members are evenly spaced. Index 0 is a
 * value that stands for none. Not thread-safe; used again for the next text.
 */
final class Tape {
    /** The index of the value that stands for none. */
    static final int NOTHING = 0;

    /** The ints of a value without content. */
    static final int VALUE = 2;

    /** The ints of a member whose value has no content. */
    static final int MEMBER = 1 + VALUE;

    private static final int TYPE_BITS = 3;
    private static final int TYPE_MASK = (1 << TYPE_BITS) - 1;
    private static final int INITIAL = 1024;

    private int[] cells = new int[INITIAL];
    private int size = VALUE;

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

    /** Begins a list or an object and returns its index. */
    int begin(int type) {
        int index = size;
        add(type, 0);
        return index;
    }

    /** Adds true, false or null. */
    void literal(int type) {
        add(type, 0);
    }

    /**
     * Adds a string or a number.
     *
     * @param position of its first character
     * @param length of its characters in the text, in bytes
     * @param isVerbatim whether these are written into a page as they are
     */
    void scalar(int type, int position, int length, boolean isVerbatim) {
        add(position << TYPE_BITS | type, length << 1 | (isVerbatim ? 1 : 0));
    }

    private void add(int first, int second) {
        require(VALUE);
        cells[size] = first;
        cells[size + 1] = second;
        size += VALUE;
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

    /** Ends a list. */
    void endList(int list) {
        cells[list + 1] = size;
    }

    /** Ends an object of so many members. */
    void endObject(int object, int members) {
        int isEven = size - firstMember(object) == MEMBER * members ? 1 : 0;
        cells[object] = isEven << TYPE_BITS | ValueType.OBJECT;
        cells[object + 1] = size;
    }

    private void require(int more) {
        if (size + more > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
    }

    int type(int index) {
        return cells[index] & TYPE_MASK;
    }

    /** Where the characters of a string or a number begin in the text. */
    int position(int index) {
        return cells[index] >>> TYPE_BITS;
    }

    /** How many bytes of the text the characters of a string or a number are. */
    int length(int index) {
        return cells[index + 1] >>> 1;
    }

    /** Whether the value is a string or a number whose characters are written into a page as they are in the text. */
    boolean isVerbatim(int index) {
        return type(index) < ValueType.OBJECT && (cells[index + 1] & 1) == 1;
    }

    /** The index behind the value and all that it contains. */
    int after(int index) {
        return type(index) < ValueType.OBJECT ? index + VALUE : cells[index + 1];
    }

    /** The first item of a list, or what is behind an empty one; the next one is {@link #after} it. */
    int firstItem(int list) {
        return list + VALUE;
    }

    /** The item of this index, or {@link #NOTHING}. */
    int item(int list, int index) {
        if (type(list) != ValueType.LIST) {
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
        if (isEven(index)) {
            return (after(index) - firstMember(index)) / MEMBER;
        }
        int count = 0;
        boolean isList = type(index) == ValueType.LIST;
        int end = after(index);
        for (int at = index + VALUE; at < end; at = after(isList ? at : at + 1)) {
            count++;
        }
        return count;
    }

    /** Whether the members of an object are {@link #MEMBER} ints apart: none of their values has content. */
    boolean isEven(int object) {
        return cells[object] == (1 << TYPE_BITS | ValueType.OBJECT);
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
        return after(member + 1);
    }
}
