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

    /** Instead of an offset: something else stands there. */
    public static final int ELSEWHERE = -1;

    private static final int START = 3;

    private final byte[][] names;
    /**
     * For each name which bits of eight bytes belong to the name and the quotation mark after it, these bits, and the
     * length of the name.
     */
    private final long[] starts;

    private final int[] table;
    private final int mask;

    NameTable(Names all) {
        List<String> texts = all.names();
        int capacity = Integer.highestOneBit(Math.max(1, texts.size())) * 4;
        this.mask = capacity - 1;
        this.table = new int[capacity];
        this.names = new byte[texts.size()][];
        this.starts = new long[START * names.length];
        Arrays.fill(table, Names.UNKNOWN);
        for (int i = 0; i < names.length; i++) {
            insert(i, texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void insert(int index, byte[] name) {
        names[index] = name;
        byte[] beginning = Arrays.copyOf(name, Math.max(name.length + 1, Long.BYTES));
        beginning[name.length] = '"';
        long bits = name.length + 1 < Long.BYTES ? (1L << (Byte.SIZE * (name.length + 1))) - 1 : -1;
        starts[START * index] = bits;
        starts[START * index + 1] = (long) LONGS.get(beginning, 0) & bits;
        starts[START * index + 2] = name.length;
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

    /**
     * The offset behind the quotation mark after this name, if the name is what stands there; otherwise, and near the end
     * of the text as well, {@link #ELSEWHERE}.
     */
    public int end(int index, byte[] json, int from) {
        int start = START * index;
        if (from > json.length - Long.BYTES || ((long) LONGS.get(json, from) & starts[start]) != starts[start + 1]) {
            return ELSEWHERE;
        }
        int length = (int) starts[start + 2];
        return length < Long.BYTES || isRest(names[index], json, from) ? from + length + 1 : ELSEWHERE;
    }

    private static boolean isRest(byte[] name, byte[] json, int from) {
        int end = from + name.length;
        return end < json.length
                && json[end] == '"'
                && Arrays.equals(name, Long.BYTES, name.length, json, from + Long.BYTES, end);
    }

    /** How many names there are. */
    public int size() {
        return names.length;
    }
}
