package dev.platen.contract.plan;

/**
 * The instructions of a plan. An instruction is its code followed by its operands, all of them ints in one flat array.
 *
 * <p>Operands: a <em>segment</em> is two ints, offset and length in {@link Plan#segments()}; a <em>slot</em> is an index
 * into the frame of the current scope, or {@link #NO_SLOT}; an <em>address</em> is an index into {@link Plan#code()} and
 * always points forward, so that every execution ends.
 */
public final class Op {
    /** Ends the plan, a routine or the body of a loop. */
    public static final int END = 0;
    /** segment: writes it. */
    public static final int STATIC = 1;
    /** Writes the path of ids that the enclosing loops and calls have built up. */
    public static final int PATH = 2;
    /** Writes the position of the current item of a list, counted from 1. */
    public static final int POSITION = 3;
    /** slot, segment: writes the value as text, or the segment where there is none. */
    public static final int TEXT = 4;
    /** slot, segment: writes the value into a quoted attribute, or the segment where there is none. */
    public static final int ATTRIBUTE = 5;
    /** slot, 0 or 1, segment: writes the segment if the value is true; the second operand stands for no value. */
    public static final int FLAG = 6;
    /** slot, choice, segment, segment: writes the first with the second inserted at the chosen option's mark. */
    public static final int SELECT = 7;
    /** slot, choice: remembers which option the value is. */
    public static final int MATCH = 8;
    /** slot, choice: remembers which options the items of the list are. */
    public static final int MATCH_EACH = 9;
    /** option, segment: writes the segment if the option is among those remembered. */
    public static final int MARK = 10;
    /**
     * slot, scope, segment, address of the alternative, address after it: executes what follows for every item of the
     * list, with the segment and the index added to the path. Where there is no value, executes the alternative.
     */
    public static final int LOOP = 11;
    /**
     * slot, scope, segment, 0 or 1, address after the alternative: executes the routine of the scope with the segment
     * added to the path. Where there is no value, executes it for an empty one (1) or executes what follows (0).
     */
    public static final int CALL = 12;
    /** address: skips to it where only the content of a page is wanted. */
    public static final int PAGE_ONLY = 13;
    /** address: skips to it where a whole page is wanted. */
    public static final int FRAGMENT_ONLY = 14;
    /** Writes the locale of the page. */
    public static final int LOCALE = 15;
    /** Writes the address of the stylesheet. */
    public static final int STYLESHEET = 16;
    /** slot, segment: writes a date and time, or a time, into a quoted attribute, in UTC and without saying so. */
    public static final int INSTANT = 17;

    /** Stands for a value that is known to be absent. */
    public static final int NO_SLOT = -1;

    private static final int[] OPERANDS = {0, 2, 0, 0, 3, 3, 4, 6, 2, 2, 3, 6, 6, 1, 1, 0, 0, 3};

    private Op() {}

    /** How many codes there are: valid ones are below. */
    public static int count() {
        return OPERANDS.length;
    }

    /** How many operands follow the code. */
    public static int operands(int code) {
        return OPERANDS[code];
    }
}
