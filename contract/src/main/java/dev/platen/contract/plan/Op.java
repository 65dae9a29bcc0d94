package dev.platen.contract.plan;

import java.util.Arrays;

/**
 * The instructions of a plan. An instruction is its code followed by its operands, all of them ints in one flat array.
 *
 * <p>While a plan is executed there is always one current value of the data, at first the whole of it. Operands: a
 * <em>segment</em> is two ints, offset and length in {@link Plan#segments()}; a <em>value</em> is an index into {@link
 * Plan#names()} and stands for that member of the current value, or it is {@link #SELF} or {@link #NO_VALUE}; an
 * <em>address</em> is an index into {@link Plan#code()} and always points forward, so that every execution ends.
 */
public final class Op {
    /** Ends the plan, a routine or the body of a loop. */
    public static final int END = 0;
    /** segment: writes it. */
    public static final int STATIC = 1;
    /** Writes the path of ids that the enclosing loops and calls have built up. */
    public static final int PATH = 2;
    /** outward: writes the position of the item of the loop that is so many further out, counted from 1. */
    public static final int POSITION = 3;
    /** value, segment: writes the value as text, or the segment where there is none. */
    public static final int TEXT = 4;
    /** value, segment: writes the value into a quoted attribute, or the segment where there is none. */
    public static final int ATTRIBUTE = 5;
    /** value, 0 or 1, segment: writes the segment if the value is true; the second operand stands for no value. */
    public static final int FLAG = 6;
    /** value, choice, segment, segment: writes the first with the second inserted at the chosen option's mark. */
    public static final int SELECT = 7;
    /** value, choice: remembers which option the value is. */
    public static final int MATCH = 8;
    /** value, choice: remembers which options the items of the list are. */
    public static final int MATCH_EACH = 9;
    /** option, segment: writes the segment if the option is among those remembered. */
    public static final int MARK = 10;
    /**
     * first, segment, address of the alternative, address after it, size: executes what follows for every item of the
     * current value from the first on, with the segment and the index added to the path. Where there is no value, executes
     * the alternative. Where there are more items than the size, unless that is 0, only for those of one page; the segment
     * is then the id that {@link #PAGER} has, and one character.
     */
    public static final int LOOP = 11;
    /**
     * routine, segment, 0 or 1, address after the alternative: executes the routine with the segment added to the path.
     * Where there is no value, executes it all the same (1) or executes what follows (0).
     */
    public static final int CALL = 12;
    /** address: skips to it where only the content of a page is wanted. */
    public static final int PAGE_ONLY = 13;
    /** address: skips to it where a whole page is wanted. */
    public static final int FRAGMENT_ONLY = 14;
    /** Writes the locale of the page, and its direction where it is not the usual one, as attributes. */
    public static final int LOCALE = 15;
    /** Writes what the head of the page refers to. */
    public static final int ASSETS = 16;
    /** value, segment: writes a date and time, or a time, into a quoted attribute, in UTC and without saying so. */
    public static final int INSTANT = 17;
    /** value: makes it the current value, until {@link #LEAVE}. */
    public static final int ENTER = 18;
    /** index: makes the item of the current value the current one, until {@link #LEAVE}. */
    public static final int ITEM = 19;
    /** Returns to the value around the current one. */
    public static final int LEAVE = 20;
    /** expression, address: goes on if it is true, else at the address. */
    public static final int TEST = 21;
    /** address: goes on there. */
    public static final int JUMP = 22;
    /** alternatives, segment: finds which of them the current value is, remembers it, and marks it as an option. */
    public static final int PICK = 23;
    /** number, address: goes on if it is the one picked last, else at the address. */
    public static final int CASE = 24;
    /** Forgets what was picked last. */
    public static final int DROP = 25;
    /** expression, {@link Context}: writes the value. */
    public static final int WRITE = 26;
    /** segment, address: goes on if there are errors at the path with the segment, else at the address. */
    public static final int IF_ERROR = 27;
    /** segment: writes the errors at the path with the segment, as items of a list. */
    public static final int ERRORS = 28;
    /** address: goes on if there are errors anywhere, else at the address. */
    public static final int IF_ERRORS = 29;
    /** Writes all errors, as items of a list that lead to their places. */
    public static final int SUMMARY = 30;
    /** word: writes it in the language of the page. */
    public static final int WORD = 31;
    /** message, {@link Context}: writes it in the language of the page. */
    public static final int MESSAGE = 32;
    /** role: writes the classes that the theme gives it. */
    public static final int CLASSES = 33;
    /**
     * entries, segment, address after the body: executes what follows for every member of the current value that is among
     * the entries, which is current then; its kind counts as picked, and the segment and the name are added to the path.
     */
    public static final int ENTRIES = 34;
    /** Writes the name of the current entry, between tags or into a quoted attribute. */
    public static final int KEY = 35;
    /** expression, address of the alternative, address after it: executes what follows for every item of the list. */
    public static final int EACH = 36;
    /** segment, address: goes on where the part whose id is the path with the segment is open, else at the address. */
    public static final int LAZY = 37;
    /** Ends the part that began last. */
    public static final int PART_END = 38;
    /** {@link Context}: writes the current value as JSON text. */
    public static final int RAW = 39;
    /** value, choice, segment, segment, piece: as {@link #SELECT}, by a piece of the date that the value is. */
    public static final int PIECE_SELECT = 40;
    /** value, segment, piece: writes a piece of the date that the value is, or the segment where there is no value. */
    public static final int PIECE = 41;
    /** expression: begins a point of the chart that is drawn next, and names it. */
    public static final int CHART_POINT = 42;
    /** expression, number of a series: adds a value to the point that was begun last. */
    public static final int CHART_VALUE = 43;
    /** {@link Drawing}: draws the points that came since the last chart, and forgets them. */
    public static final int CHART = 44;
    /**
     * segment, address: begins the part whose id is the path with the segment, up to its {@link #PART_END}; where another
     * part is wanted that cannot be within this one, goes on at the address.
     */
    public static final int PART = 45;
    /** address: skips to it where the page brings no scripts. */
    public static final int SCRIPTED = 46;
    /**
     * segment, 0 or 1: writes, into a quoted attribute, the address of the page in which the part is open whose id is the
     * path with the segment (0), or of that part alone (1).
     */
    public static final int ADDRESS = 47;
    /** size, segment: where the current list has more items, writes the way to its other pages, and what is on those. */
    public static final int PAGER = 48;
    /** Writes where a posted form goes into a quoted attribute. */
    public static final int TARGET = 49;
    /** segment: adds the attributes of a part that is to have the focus where that is the one whose id is the path with it. */
    public static final int FOCUS = 50;
    /** Writes the name of the file that the current value is, between tags or into a quoted attribute. */
    public static final int FILE_NAME = 51;
    /** Writes the size of that file, with its unit. */
    public static final int FILE_SIZE = 52;

    /** Stands for a value that is known to be absent. */
    public static final int NO_VALUE = -1;
    /** Stands for the current value. */
    public static final int SELF = -2;

    private static final int[] OPERANDS =
            Arrays.stream(Instruction.values()).mapToInt(Instruction::width).toArray();

    private static final int[][] ADDRESSES =
            Arrays.stream(Instruction.values()).map(Instruction::destinations).toArray(int[][]::new);

    /** Pieces of a date: year, month, day, hour, minute, second, in this order. */
    public static final int PIECES = 6;

    /** Series that one chart can have. */
    public static final int CHART_SERIES = 8;

    private Op() {}

    /** How many codes there are: valid ones are below. */
    public static int count() {
        return OPERANDS.length;
    }

    /** How many operands follow the code. */
    public static int operands(int code) {
        return OPERANDS[code];
    }

    /** Which operands of the code are addresses, counted from 1 in ints. Nobody may write to the array. */
    public static int[] addresses(int code) {
        return ADDRESSES[code];
    }

    /** Where a value is written: decides how it is made safe. The order is that of the plan format. */
    public enum Context {
        /** Between tags. */
        TEXT,
        /** Between quotes. */
        ATTRIBUTE,
        /** An address between quotes; one that is not allowed is written as {@code #}. */
        URL,
        /** Names between quotes. */
        TOKENS
    }

    /** How a chart shows its values. The order is that of the plan format. */
    public enum Drawing {
        /** Upright bars, side by side. */
        BAR,
        /** Lines from point to point. */
        LINE,
        /** Lines with the area below. */
        AREA,
        /** Sectors of a disc. */
        PIE,
        /** Sectors of a ring. */
        DONUT
    }
}
