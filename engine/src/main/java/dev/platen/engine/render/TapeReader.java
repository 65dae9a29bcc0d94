package dev.platen.engine.render;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Names;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.json.Utf8;
import dev.platen.engine.link.LinkedPlan;
import dev.platen.engine.link.NameTable;
import dev.platen.engine.link.ValueType;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON onto a tape, straight from its bytes and without an object for anything. It knows nothing but good data:
 * whatever is not JSON, or beyond a limit, it leaves to {@link DataReader}, which finds the words for it. Both must read
 * the same tape from the same text. The depth of its calls is bounded by the limit on nesting.
 */
final class TapeReader {
    private static final byte[] REST_OF_TRUE = {'r', 'u', 'e'};
    private static final byte[] REST_OF_FALSE = {'a', 'l', 's', 'e'};
    private static final byte[] REST_OF_NULL = {'u', 'l', 'l'};

    /** Instead of an offset: the text is not for this reader. */
    private static final int FAILED = JsonScan.FAILED;

    private final byte[] json;
    private final Limits limits;
    private final Names names;
    private final NameTable table;
    private final JsonScan scan;
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
        this.scan = new JsonScan(json);
        this.tape = workspace.tape();
        this.marks = workspace.marks();
        this.following = workspace.guesses().following(table.size() + 1);
        marks.reserve(table.size());
    }

    /** Reads the whole text, or nothing. */
    boolean read() {
        int end = Utf8.firstMalformed(json) >= 0 ? FAILED : value(scan.blank(0), 0);
        boolean isRead = end != FAILED && scan.blank(end) == json.length && tokens <= limits.tokens();
        if (!isRead) {
            tape.clear();
        }
        return isRead;
    }

    /** Reads the value there and returns the offset after it. */
    private int value(int start, int depth) {
        tokens++;
        return switch (scan.at(start)) {
            case '"' -> string(start + 1);
            case '{' -> depth == limits.depth() ? FAILED : object(start, depth + 1);
            case '[' -> depth == limits.depth() ? FAILED : list(start, depth + 1);
            case 't' -> literal(ValueType.TRUE, REST_OF_TRUE, start + 1);
            case 'f' -> literal(ValueType.FALSE, REST_OF_FALSE, start + 1);
            case 'n' -> literal(ValueType.NULL, REST_OF_NULL, start + 1);
            default -> number(start);
        };
    }

    private int literal(int type, byte[] rest, int from) {
        int end = scan.literal(rest, from);
        if (end != FAILED) {
            tape.literal(type);
        }
        return end;
    }

    private int number(int start) {
        int end = scan.number(start);
        if (end == FAILED || end - start > limits.numberLength()) {
            return FAILED;
        }
        tape.scalar(ValueType.NUMBER, start, end - start, scan.isVerbatim());
        return end;
    }

    private int string(int start) {
        int end = scan.string(start);
        if (end != FAILED) {
            tape.scalar(ValueType.STRING, start, end - 1 - start, scan.isVerbatim());
        }
        return end;
    }

    private int list(int start, int depth) {
        int list = tape.begin(ValueType.LIST);
        int at = scan.blank(start + 1);
        boolean hasMore = scan.at(at) != ']';
        while (hasMore) {
            at = value(at, depth);
            if (at == FAILED) {
                return FAILED;
            }
            at = scan.blank(at);
            hasMore = scan.at(at) == ',';
            at = hasMore ? scan.blank(at + 1) : at;
        }
        tokens++;
        tape.endList(list);
        return scan.at(at) == ']' ? at + 1 : FAILED;
    }

    private int object(int start, int depth) {
        int object = tape.begin(ValueType.OBJECT);
        int at = scan.blank(start + 1);
        int last = Names.UNKNOWN;
        int members = 0;
        long seen = 0;
        int largest = Names.UNKNOWN;
        boolean isDistinct = true;
        boolean hasMore = scan.at(at) != '}';
        while (hasMore) {
            members++;
            int name = name(at, last);
            at = afterName == FAILED ? FAILED : scan.blank(afterName);
            if (at == FAILED || scan.at(at) != ':') {
                return FAILED;
            }
            if (name != Names.UNKNOWN) {
                isDistinct &= name < Long.SIZE ? ((seen >>> name) & 1) == 0 : name > largest;
                seen |= 1L << name;
                largest = Math.max(largest, name);
                last = name;
            }
            at = value(scan.blank(at + 1), depth);
            if (at == FAILED) {
                return FAILED;
            }
            at = scan.blank(at);
            hasMore = scan.at(at) == ',';
            at = hasMore ? scan.blank(at + 1) : at;
        }
        tokens++;
        tape.endObject(object, members);
        return scan.at(at) == '}' && (isDistinct || isDistinct(object)) ? at + 1 : FAILED;
    }

    /** Reads the name there, most likely the one that came after the last one before. */
    private int name(int quote, int last) {
        tokens++;
        afterName = FAILED;
        if (scan.at(quote) != '"') {
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
        int end = scan.string(start);
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
