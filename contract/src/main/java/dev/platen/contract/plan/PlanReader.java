package dev.platen.contract.plan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parts of a plan from bytes that nobody vouches for. */
final class PlanReader {
    private final byte[] source;
    private int at;

    PlanReader(byte[] source) {
        this.source = source;
    }

    int fixed() throws UnreadablePlan {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = (value << 8) | next();
        }
        return value;
    }

    int number() throws UnreadablePlan {
        int rest = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = next();
            rest |= (part & 0x7f) << shift;
            if (part < 0x80) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
        throw new UnreadablePlan("a number has at most 5 bytes, the one that ends at %s is longer".formatted(at));
    }

    byte[] bytes() throws UnreadablePlan {
        int length = size();
        at += length;
        return Arrays.copyOfRange(source, at - length, at);
    }

    String text() throws UnreadablePlan {
        int length = size();
        at += length;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source, at - length, length))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new UnreadablePlan("the text that ends at %s is not UTF-8".formatted(at));
        }
    }

    int[] numbers() throws UnreadablePlan {
        int[] values = new int[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number();
        }
        return values;
    }

    <T> List<T> list(Part<T> part) throws UnreadablePlan {
        int size = size();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(part.read());
        }
        return values;
    }

    Choice choice() throws UnreadablePlan {
        List<Option> options = list(this::option);
        int[] marks = numbers();
        int[] initial = numbers();
        boolean isMarked = marks.length == 0 || marks.length == options.size();
        if (!isMarked || Arrays.stream(initial).anyMatch(option -> option < 0 || option >= options.size())) {
            throw new UnreadablePlan("the options of the choice that ends at %s are not consistent".formatted(at));
        }
        return new Choice(options, marks, initial);
    }

    Names names() throws UnreadablePlan {
        List<String> names = list(this::text);
        if (new HashSet<>(names).size() != names.size()) {
            throw new UnreadablePlan("the names that end at %s are not distinct".formatted(at));
        }
        return new Names(names);
    }

    Plan.Entries entries() throws UnreadablePlan {
        return new Plan.Entries(list(this::text), list(this::text));
    }

    Plan.Message message() throws UnreadablePlan {
        return new Plan.Message(text(), map(this::text));
    }

    <T> Map<String, T> map(Part<T> part) throws UnreadablePlan {
        int size = size();
        Map<String, T> values = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            values.put(text(), part.read());
        }
        return values;
    }

    void end() throws UnreadablePlan {
        if (at != source.length) {
            throw new UnreadablePlan("a plan of %s bytes is followed by %s more".formatted(at, source.length - at));
        }
    }

    Option option() throws UnreadablePlan {
        return new Option(constant(PlanWriter.types()), text());
    }

    <T> T constant(List<T> constants) throws UnreadablePlan {
        int ordinal = number();
        if (ordinal < 0 || ordinal >= constants.size()) {
            throw new UnreadablePlan("a kind is below %s, found %s before %s".formatted(constants.size(), ordinal, at));
        }
        return constants.get(ordinal);
    }

    /** Every element takes a byte at least, so that a length beyond the rest is a lie, found before memory is taken. */
    private int size() throws UnreadablePlan {
        int size = number();
        if (size < 0 || size > source.length - at) {
            throw new UnreadablePlan("a length of %s before %s is more than what follows".formatted(size, at));
        }
        return size;
    }

    private int next() throws UnreadablePlan {
        if (at >= source.length) {
            throw new UnreadablePlan("a plan ends after %s bytes, too early".formatted(at));
        }
        return source[at++] & 0xff;
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    interface Part<T> {
        T read() throws UnreadablePlan;
    }
}
