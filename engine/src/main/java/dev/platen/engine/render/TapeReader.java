package dev.platen.engine.render;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Names;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.json.Utf8;
import dev.platen.engine.link.LinkedPlan;
import dev.platen.engine.link.NameTable;
import dev.platen.engine.link.ValueType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads JSON onto a tape, straight from its bytes and without an object for anything. It knows nothing but good data:
 * whatever is not JSON, or beyond a limit, it leaves to {@link DataReader}, which finds the words for it. Both must read
 * the same tape from the same text. The depth of its calls is bounded by the limit on nesting.
 */
final class TapeReader {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final byte[] REST_OF_TRUE = {'r', 'u', 'e'};
    private static final byte[] REST_OF_FALSE = {'a', 'l', 's', 'e'};
    private static final byte[] REST_OF_NULL = {'u', 'l', 'l'};

    /** Instead of an offset: the text is not for this reader. */
    private static final int FAILED = -1;

    private final byte[] json;
    private final Limits limits;
    private final Names names;
    private final NameTable table;
    private final Tape tape;
    private final Marks marks;
    /**
     * For each name, plus one, the name that came after it last time, plus one; at 0 the one that came first. Where there
     * is none yet, it is most likely the one that the plan reads next.
     */
    private final int[] following;

    private int tokens;
    private int afterName;

    TapeReader(byte[] json, LinkedPlan linked, Workspace workspace, Limits limits) {
        this.json = json;
        this.limits = limits;
        this.names = linked.names();
        this.table = linked.table();
        this.tape = workspace.tape();
        this.marks = workspace.marks();
        this.following = workspace.guesses().following(table.size() + 1);
        marks.reserve(table.size());
    }

    /** Reads the whole text, or nothing. */
    boolean read() {
        int end = Utf8.firstMalformed(json) >= 0 ? FAILED : value(blank(0), 0);
        boolean isRead = end != FAILED && blank(end) == json.length && tokens <= limits.tokens();
        if (!isRead) {
            tape.clear();
        }
        return isRead;
    }

    /** The byte there, or one that is nowhere allowed. */
    private byte at(int offset) {
        return offset < json.length ? json[offset] : 0;
    }

    private int blank(int from) {
        return at(from) > ' ' ? from : afterBlank(from);
    }

    private int afterBlank(int from) {
        int at = from;
        byte c = at(at);
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = at(++at);
        }
        return at;
    }

    /** Reads the value there and returns the offset after it. */
    private int value(int start, int depth) {
        tokens++;
        return switch (at(start)) {
            case '"' -> {
                tape.add(ValueType.STRING, start + 1);
                yield string(start + 1);
            }
            case '{' -> depth == limits.depth() ? FAILED : object(start, depth + 1);
            case '[' -> depth == limits.depth() ? FAILED : list(start, depth + 1);
            case 't' -> literal(ValueType.TRUE, REST_OF_TRUE, start + 1);
            case 'f' -> literal(ValueType.FALSE, REST_OF_FALSE, start + 1);
            case 'n' -> literal(ValueType.NULL, REST_OF_NULL, start + 1);
            default -> number(start);
        };
    }

    private int literal(int type, byte[] rest, int from) {
        int end = from + rest.length;
        if (end > json.length || !Arrays.equals(rest, 0, rest.length, json, from, end)) {
            return FAILED;
        }
        tape.add(type, 0);
        return end;
    }

    private int number(int start) {
        tape.add(ValueType.NUMBER, start);
        int at = at(start) == '-' ? start + 1 : start;
        int digits = at;
        at = digits(at);
        if (at == digits || (json[digits] == '0' && at > digits + 1)) {
            return FAILED;
        }
        if (at(at) == '.') {
            int fraction = at + 1;
            at = digits(fraction);
            if (at == fraction) {
                return FAILED;
            }
        }
        if (at(at) == 'e' || at(at) == 'E') {
            int exponent = at(at + 1) == '+' || at(at + 1) == '-' ? at + 2 : at + 1;
            at = digits(exponent);
            if (at == exponent) {
                return FAILED;
            }
        }
        return at - start > limits.numberLength() ? FAILED : at;
    }

    private int digits(int from) {
        int at = from;
        while (isDigit(at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(byte character) {
        return (character - '0' & 0xff) < 10;
    }

    /** Reads the characters of a string and returns the offset after the closing quotation mark. */
    private int string(int from) {
        int at = from;
        while (true) {
            at = clean(at);
            byte c = at(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\') {
                at = escape(at + 1);
                if (at == FAILED) {
                    return FAILED;
                }
            } else if (c >= 0 && c < ' ') {
                return FAILED;
            } else {
                at++;
            }
        }
    }

    /** The first offset from there on where something else than a plain character may be, eight bytes at a time. */
    private int clean(int from) {
        int at = from;
        while (at <= json.length - Long.BYTES) {
            long word = (long) LONGS.get(json, at);
            long quote = word ^ (ONES * '"');
            long backslash = word ^ (ONES * '\\');
            long found = ((quote - ONES) & ~quote)
                    | ((backslash - ONES) & ~backslash)
                    | ((word - ONES * ' ') & ~word); // each is right about the first byte that it finds
            found &= HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        return at;
    }

    private int escape(int at) {
        return switch (at(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> {
                boolean isCode = true;
                for (int i = at + 1; i <= at + 4; i++) {
                    isCode &= Character.digit(at(i), 16) >= 0;
                }
                yield isCode ? at + 5 : FAILED;
            }
            default -> FAILED;
        };
    }

    private int list(int start, int depth) {
        int list = tape.add(ValueType.LIST, start);
        int at = blank(start + 1);
        boolean hasMore = at(at) != ']';
        while (hasMore) {
            at = value(at, depth);
            if (at == FAILED) {
                return FAILED;
            }
            at = blank(at);
            hasMore = at(at) == ',';
            at = hasMore ? blank(at + 1) : at;
        }
        tokens++;
        tape.endList(list);
        return at(at) == ']' ? at + 1 : FAILED;
    }

    private int object(int start, int depth) {
        int object = tape.add(ValueType.OBJECT, 0);
        int at = blank(start + 1);
        int last = Names.UNKNOWN;
        int members = 0;
        long seen = 0;
        int largest = Names.UNKNOWN;
        boolean isDistinct = true;
        boolean hasMore = at(at) != '}';
        while (hasMore) {
            members++;
            int name = name(at, last);
            at = afterName == FAILED ? FAILED : blank(afterName);
            if (at == FAILED || at(at) != ':') {
                return FAILED;
            }
            if (name != Names.UNKNOWN) {
                isDistinct &= name < Long.SIZE ? (seen >>> name & 1) == 0 : name > largest;
                seen |= 1L << name;
                largest = Math.max(largest, name);
                last = name;
            }
            at = value(blank(at + 1), depth);
            if (at == FAILED) {
                return FAILED;
            }
            at = blank(at);
            hasMore = at(at) == ',';
            at = hasMore ? blank(at + 1) : at;
        }
        tokens++;
        tape.endObject(object, members);
        return at(at) == '}' && (isDistinct || isDistinct(object)) ? at + 1 : FAILED;
    }

    /** Reads the name there, most likely the one that came after the last one before. */
    private int name(int quote, int last) {
        tokens++;
        afterName = FAILED;
        if (at(quote) != '"') {
            return Names.UNKNOWN;
        }
        int start = quote + 1;
        int seen = following[last + 1];
        int guess = seen == 0 ? last + 1 : seen - 1;
        if (guess < table.size()) {
            afterName = table.end(guess, json, start);
            if (afterName != NameTable.ELSEWHERE) {
                tape.name(guess);
                return guess;
            }
        }
        int end = string(start);
        if (end == FAILED || end - start > limits.nameLength()) {
            afterName = FAILED;
            return Names.UNKNOWN;
        }
        afterName = end;
        int name = find(start, end - 1);
        tape.name(name == Names.UNKNOWN ? -1 - start : name);
        following[last + 1] = name + 1;
        return name;
    }

    private int find(int start, int end) {
        for (int i = start; i < end; i++) {
            if (json[i] == '\\') {
                HtmlOutput characters = new HtmlOutput(end - start);
                characters.characters(json, start);
                return names.find(new String(characters.bytes(), 0, characters.size(), StandardCharsets.UTF_8));
            }
        }
        return table.find(json, start, end);
    }

    /** Looked for at the end, when the objects within this one are done with the marks. */
    private boolean isDistinct(int object) {
        marks.begin();
        int end = tape.after(object);
        for (int member = tape.firstMember(object); member < end; member = tape.afterMember(member)) {
            int name = tape.memberName(member);
            if (name >= 0 && !marks.add(name)) {
                return false;
            }
        }
        return true;
    }
}
