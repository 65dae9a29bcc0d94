package dev.platen.contract.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes the parts of a plan. */
final class PlanWriter {
    private static final List<Option.Type> TYPES = List.of(
            Option.Type.STRING,
            Option.Type.NUMBER,
            Option.Type.TRUE,
            Option.Type.FALSE,
            Option.Type.NULL,
            Option.Type.JSON);

    /** Bytes of the longest number. */
    private static final int LONGEST = 5;

    /** The numbers of types in the format: only ever appended to. */
    static List<Option.Type> types() {
        return TYPES;
    }

    private byte[] buffer = new byte[4096];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    private void reserve(int bytes) {
        if (bytes > buffer.length - size) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + bytes));
        }
    }

    void fixed(int value) {
        reserve(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
    }

    /** Seven bits a byte, the lowest first; zigzag, because -1 is common and large negative numbers are not. */
    void number(int value) {
        reserve(LONGEST);
        int rest = (value << 1) ^ (value >> 31);
        while ((rest & ~0x7f) != 0) {
            buffer[size++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    void bytes(byte[] value) {
        number(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void numbers(int[] values) {
        number(values.length);
        for (int value : values) {
            number(value);
        }
    }

    <T> void list(List<T> values, Consumer<T> each) {
        number(values.size());
        values.forEach(each);
    }

    void choice(Choice choice) {
        list(choice.options(), this::option);
        number(choice.markCount());
        for (int i = 0; i < choice.markCount(); i++) {
            number(choice.mark(i));
        }
        number(choice.initialCount());
        for (int i = 0; i < choice.initialCount(); i++) {
            number(choice.initial(i));
        }
    }

    void entries(Plan.Entries entries) {
        list(entries.known(), this::text);
        list(entries.patterns(), this::text);
    }

    void message(Plan.Message message) {
        text(message.text());
        map(message.translations(), this::text);
    }

    /** In the order of the names, because maps have none. */
    <T> void map(Map<String, T> values, Consumer<T> each) {
        number(values.size());
        new TreeMap<>(values).forEach((name, value) -> {
            text(name);
            each.accept(value);
        });
    }

    void option(Option option) {
        number(TYPES.indexOf(option.type()));
        text(option.value());
    }
}
