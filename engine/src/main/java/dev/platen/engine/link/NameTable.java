package dev.platen.engine.link;

import dev.platen.contract.plan.Names;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The names of members, found by their bytes, so that none has to become a string. Immutable. */
public final class NameTable {
    private final byte[][] names;
    private final int[] table;
    private final int mask;

    NameTable(Names all) {
        List<String> texts = all.names();
        int capacity = Integer.highestOneBit(Math.max(1, texts.size())) * 4;
        this.mask = capacity - 1;
        this.table = new int[capacity];
        this.names = new byte[texts.size()][];
        Arrays.fill(table, Names.UNKNOWN);
        for (int i = 0; i < names.length; i++) {
            names[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
            int at = place(names[i], 0, names[i].length);
            while (table[at] != Names.UNKNOWN) {
                at = (at + 1) & mask;
            }
            table[at] = i;
        }
    }

    private int place(byte[] source, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + source[i];
        }
        return (hash ^ (hash >>> 16)) & mask;
    }

    /** The index of the name that these bytes are, or {@link Names#UNKNOWN}. */
    public int find(byte[] json, int from, int to) {
        int at = place(json, from, to);
        while (table[at] != Names.UNKNOWN) {
            byte[] name = names[table[at]];
            if (Arrays.equals(name, 0, name.length, json, from, to)) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        return Names.UNKNOWN;
    }

    /** Whether this name is what stands there, up to a quotation mark. */
    public boolean isAt(int index, byte[] json, int from) {
        byte[] name = names[index];
        int end = from + name.length;
        return end < json.length && json[end] == '"' && Arrays.equals(name, 0, name.length, json, from, end);
    }

    /** How many bytes the name has. */
    public int length(int index) {
        return names[index].length;
    }

    /** How many names there are. */
    public int size() {
        return names.length;
    }
}
