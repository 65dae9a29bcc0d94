package dev.platen.contract.plan;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of members that a plan reads, found by name. Immutable. */
public final class Names {
    /** Stands for a name that the plan does not read. */
    public static final int UNKNOWN = -1;

    private final List<String> names;
    private final @Nullable String[] table;
    private final int[] indexes;
    private final int mask;

    /**
     * Builds the look-up table.
     *
     * @param names distinct
     */
    public Names(List<String> names) {
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("names must be distinct");
        }
        this.names = List.copyOf(names);
        int capacity = Integer.highestOneBit(Math.max(1, names.size())) * 4;
        this.mask = capacity - 1;
        this.table = new @Nullable String[capacity];
        this.indexes = new int[capacity];
        for (int i = 0; i < names.size(); i++) {
            int at = place(names.get(i));
            while (table[at] != null) {
                at = (at + 1) & mask;
            }
            table[at] = names.get(i);
            indexes[at] = i;
        }
    }

    private int place(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 16)) & mask;
    }

    /** The index of the name, or {@link #UNKNOWN}. */
    public int find(String name) {
        int at = place(name);
        String candidate = table[at];
        while (candidate != null) {
            if (candidate.equals(name)) {
                return indexes[at];
            }
            at = (at + 1) & mask;
            candidate = table[at];
        }
        return UNKNOWN;
    }

    /** The names, in the order of their indexes. */
    public List<String> names() {
        return names;
    }

    /** How many there are. */
    public int size() {
        return names.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Names that && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return "Names" + names;
    }
}
