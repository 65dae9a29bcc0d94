package dev.platen.engine.render;

import java.util.Arrays;

/**
 * The values of one JSON text, as far as a plan reads them: frames of cells in one array. A cell is a type and a position,
 * which is an offset into the text for strings and numbers and an index into the tape for lists and calls. Every frame
 * is preceded by the index of the next frame of the same list, or 0. Not thread-safe; used again for the next text.
 */
final class Tape {
    /** No value. */
    static final int ABSENT = 0;
    /** A string: the position is behind the opening quotation mark. */
    static final int STRING = 1;
    /** A number. */
    static final int NUMBER = 2;
    /** The value true. */
    static final int TRUE = 3;
    /** The value false. */
    static final int FALSE = 4;
    /** The value null, or a value that does not fit where it stands. */
    static final int NULL = 5;
    /** An object whose members are cells of the same frame, or a frame of its own at the position. */
    static final int FRAME = 6;
    /** A list: the position is the first item's frame, or 0 where it is empty. */
    static final int LIST = 7;

    private static final int TYPE_BITS = 3;
    private static final int TYPE_MASK = (1 << TYPE_BITS) - 1;
    private static final int INITIAL = 1024;

    private int[] cells = new int[INITIAL];
    private int size;

    /** The largest position that a cell can hold. */
    static int maxPosition() {
        return Integer.MAX_VALUE >>> TYPE_BITS;
    }

    static int cell(int type, int position) {
        return position << TYPE_BITS | type;
    }

    static int type(int cell) {
        return cell & TYPE_MASK;
    }

    static int position(int cell) {
        return cell >>> TYPE_BITS;
    }

    void clear() {
        size = 0;
    }

    int capacity() {
        return cells.length;
    }

    /** Adds a frame of absent cells and returns its index, which is never 0. */
    int frame(int length) {
        int frame = size + 1;
        int end = Math.addExact(frame, length);
        if (end > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(end, cells.length * 2));
        }
        Arrays.fill(cells, size, end, ABSENT);
        size = end;
        return frame;
    }

    int get(int index) {
        return cells[index];
    }

    void set(int index, int cell) {
        cells[index] = cell;
    }

    /** The next frame of the list that {@code frame} belongs to, or 0. */
    int next(int frame) {
        return cells[frame - 1];
    }

    void link(int frame, int next) {
        cells[frame - 1] = next;
    }
}
