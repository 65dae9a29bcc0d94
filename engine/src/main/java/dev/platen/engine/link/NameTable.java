package dev.platen.engine.link;

import dev.platen.contract.plan.Names;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The names of members, found by their bytes, so that none has to become a string. Immutable. */
public final class NameTable {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The hash of Fowler, Noll and Vo, begun differently in every process so that nobody can prepare collisions. */
    private static final int PRIME = 0x01000193;

    private static final int SEED = ThreadLocalRandom.current().nextInt();

    private final byte[][] names;
    /** For each name its first eight bytes, the quotation mark after it being one of them. */
    private final long[] beginnings;
    /** Which bits of those belong to the name and its quotation mark. */
    private final long[] masks;

    private final int[] table;
    private final int mask;

    NameTable(Names all) {
        List<String> texts = all.names();
        int capacity = Integer.highestOneBit(Math.max(1, texts.size())) * 4;
        this.mask = capacity - 1;
        this.table = new int[capacity];
        this.names = new byte[texts.size()][];
        this.beginnings = new long[names.length];
        this.masks = new long[names.length];
        Arrays.fill(table, Names.UNKNOWN);
        for (int i = 0; i < names.length; i++) {
            insert(i, texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void insert(int index, byte[] name) {
        names[index] = name;
        byte[] beginning = Arrays.copyOf(name, Math.max(name.length + 1, Long.BYTES));
        beginning[name.length] = '"';
        masks[index] = name.length + 1 < Long.BYTES ? (1L << (Byte.SIZE * (name.length + 1))) - 1 : -1;
        beginnings[index] = (long) LONGS.get(beginning, 0) & masks[index];
        int at = place(name, 0, name.length);
        while (table[at] != Names.UNKNOWN) {
            at = (at + 1) & mask;
        }
        table[at] = index;
    }

    private int place(byte[] source, int from, int to) {
        int hash = SEED;
        for (int i = from; i < to; i++) {
            hash = (hash ^ source[i]) * PRIME;
        }
        return (hash ^ (hash >>> 15)) & mask;
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

    /** Whether this name is what stands there, up to a quotation mark. False as well near the end of the text. */
    public boolean isAt(int index, byte[] json, int from) {
        if (from > json.length - Long.BYTES || ((long) LONGS.get(json, from) & masks[index]) != beginnings[index]) {
            return false;
        }
        byte[] name = names[index];
        int end = from + name.length;
        return name.length < Long.BYTES
                || (end < json.length
                        && json[end] == '"'
                        && Arrays.equals(name, Long.BYTES, name.length, json, from + Long.BYTES, end));
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
