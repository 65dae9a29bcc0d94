package dev.platen.contract.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of an object that a plan reads, found by name. Immutable. */
public final class Shape {
    private final List<String> names;
    private final List<Entry> entries;
    private final String[] tableNames;
    private final Entry[] tableEntries;
    private final int mask;

    /**
     * Builds the look-up table.
     *
     * @param names distinct member names
     * @param entries what is kept of each, in the same order
     */
    public Shape(List<String> names, List<Entry> entries) {
        if (names.size() != entries.size()) {
            throw new IllegalArgumentException("a shape needs one entry for each name, found %d names and %d entries"
                    .formatted(names.size(), entries.size()));
        }
        this.names = List.copyOf(names);
        this.entries = List.copyOf(entries);
        int capacity = Integer.highestOneBit(Math.max(1, names.size())) * 4;
        this.mask = capacity - 1;
        this.tableNames = new String[capacity];
        this.tableEntries = new Entry[capacity];
        for (int i = 0; i < names.size(); i++) {
            insert(names.get(i), entries.get(i));
        }
    }

    private void insert(String name, Entry entry) {
        int at = place(name);
        while (tableNames[at] != null) {
            at = (at + 1) & mask;
        }
        tableNames[at] = name;
        tableEntries[at] = entry;
    }

    private int place(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 16)) & mask;
    }

    /** What is kept of the member of this name, or null where nothing is. */
    public @Nullable Entry find(String name) {
        int at = place(name);
        while (true) {
            String candidate = tableNames[at];
            if (candidate == null) {
                return null;
            }
            if (candidate.equals(name)) {
                return tableEntries[at];
            }
            at = (at + 1) & mask;
        }
    }

    /** The names, in the order in which they were given. */
    public List<String> names() {
        return names;
    }

    /** The entries, in the order of the names. */
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape that && names.equals(that.names) && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + entries.hashCode();
    }

    @Override
    public String toString() {
        return "Shape" + names + entries;
    }
}
