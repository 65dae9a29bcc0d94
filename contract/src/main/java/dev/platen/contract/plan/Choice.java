package dev.platen.contract.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of one control, found by value. Immutable. */
public final class Choice {
    /** Stands for no option at all. */
    public static final int NONE = -1;

    private final List<Option> options;
    private final int[] marks;
    private final int[] initial;
    private final byte[][] values;
    private final int[] table;
    private final int mask;

    /**
     * Builds the look-up table. Of options with the same value the first is found.
     *
     * @param options the options in the order of the page
     * @param marks where in the segment of a {@link Op#SELECT} the mark of each option goes; empty for other instructions
     * @param initial the options that are chosen where there is no value
     */
    public Choice(List<Option> options, int[] marks, int[] initial) {
        if (marks.length != 0 && marks.length != options.size()) {
            throw new IllegalArgumentException(
                    "a choice needs a mark for each option or none, found %s marks for %s options"
                            .formatted(marks.length, options.size()));
        }
        if (Arrays.stream(initial).anyMatch(option -> option < 0 || option >= options.size())) {
            throw new IllegalArgumentException("the initial options must be among %s, found %s"
                    .formatted(options.size(), Arrays.toString(initial)));
        }
        this.options = List.copyOf(options);
        this.marks = marks.clone();
        this.initial = initial.clone();
        this.values = new byte[options.size()][];
        int capacity = Integer.highestOneBit(Math.max(1, options.size())) * 4;
        this.mask = capacity - 1;
        this.table = new int[capacity];
        Arrays.fill(table, NONE);
        for (int i = 0; i < values.length; i++) {
            insert(i);
        }
    }

    private void insert(int option) {
        byte[] value = options.get(option).value().getBytes(StandardCharsets.UTF_8);
        values[option] = value;
        int at = place(value, 0, value.length);
        while (table[at] != NONE) {
            at = (at + 1) & mask;
        }
        table[at] = option;
    }

    private int place(byte[] source, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + source[i];
        }
        return (hash ^ (hash >>> 16)) & mask;
    }

    /**
     * Finds the option of a value.
     *
     * @param type type of the value
     * @param source holds the characters of a string in UTF-8, or the text of a number
     * @param from where they begin
     * @param to where they end
     * @return index of the option, or {@link #NONE}
     */
    public int find(Option.Type type, byte[] source, int from, int to) {
        int at = place(source, from, to);
        while (table[at] != NONE) {
            byte[] value = values[table[at]];
            if (options.get(table[at]).type() == type && Arrays.equals(value, 0, value.length, source, from, to)) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        return NONE;
    }

    /** The options in the order of the page. */
    public List<Option> options() {
        return options;
    }

    /** Where the mark of the option goes, as an offset into the segment. */
    public int mark(int option) {
        return marks[option];
    }

    /** How many marks there are: one for each option, or none. */
    public int markCount() {
        return marks.length;
    }

    /** The option that is chosen where there is no value, or {@link #NONE}. */
    public int initial() {
        return initial.length == 0 ? NONE : initial[0];
    }

    /** Which of the options that are chosen where there is no value is the given one. */
    public int initial(int index) {
        return initial[index];
    }

    /** How many options are chosen where there is no value. */
    public int initialCount() {
        return initial.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Choice that
                && options.equals(that.options)
                && Arrays.equals(marks, that.marks)
                && Arrays.equals(initial, that.initial);
    }

    @Override
    public int hashCode() {
        return 31 * options.hashCode() + Arrays.hashCode(initial);
    }

    @Override
    public String toString() {
        return "Choice" + options;
    }
}
