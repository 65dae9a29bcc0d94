package dev.platen.contract.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes the parts of a plan. */
final class PlanWriter {
    /** The numbers of kinds and types in the format: only ever appended to. */
    static final List<Entry.Kind> KINDS = List.of(Entry.Kind.LEAF, Entry.Kind.OBJECT, Entry.Kind.LIST, Entry.Kind.CALL);

    static final List<Option.Type> TYPES =
            List.of(Option.Type.STRING, Option.Type.NUMBER, Option.Type.TRUE, Option.Type.FALSE, Option.Type.NULL);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] toBytes() {
        return out.toByteArray();
    }

    void fixed(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }

    /** Seven bits a byte, the lowest first; zigzag, because -1 is common and large negative numbers are not. */
    void number(int value) {
        int rest = (value << 1) ^ (value >> 31);
        while ((rest & ~0x7f) != 0) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    void bytes(byte[] value) {
        number(value.length);
        out.writeBytes(value);
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

    void shape(Shape shape) {
        list(shape.names(), this::text);
        list(shape.entries(), this::entry);
    }

    void scope(Scope scope) {
        number(scope.frame());
        entry(scope.root());
        number(scope.routine());
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

    private void entry(Entry entry) {
        number(KINDS.indexOf(entry.kind()));
        number(entry.slot());
        number(entry.target());
    }

    private void option(Option option) {
        number(TYPES.indexOf(option.type()));
        text(option.value());
    }
}
