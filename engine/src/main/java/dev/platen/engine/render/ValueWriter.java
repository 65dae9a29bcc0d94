package dev.platen.engine.render;

import dev.platen.contract.plan.Choice;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.file.FileUrl;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.link.LinkedPlan;
import dev.platen.engine.link.ValueType;
import dev.platen.engine.moment.Moment;
import java.util.BitSet;
import java.util.OptionalInt;

/** Executes the instructions that write values. Used once. */
final class ValueWriter {
    private static final Op.Context[] CONTEXTS = Op.Context.values();

    private final Plan plan;
    private final int[] code;
    private final byte[] segments;
    private final byte[] json;
    private final Data data;
    private final Steps steps;
    private final Tape tape;
    private final HtmlOutput out;
    private final BitSet matched;
    private final Values options;
    private final Instants instants;

    ValueWriter(LinkedPlan linked, Data data, Workspace workspace, Steps steps) {
        this.plan = linked.plan();
        this.code = linked.code();
        this.segments = linked.segments();
        this.json = data.json();
        this.data = data;
        this.steps = steps;
        this.tape = workspace.tape();
        this.out = workspace.out();
        this.matched = workspace.matched();
        this.options = workspace.values();
        this.instants = workspace.instants();
    }

    /** Executes one instruction that writes or remembers a value. */
    void execute(int at, int current) throws Refused {
        switch (code[at]) {
            case Op.TEXT -> text(at, current);
            case Op.ATTRIBUTE -> attribute(at, current);
            case Op.INSTANT -> instant(at, current);
            case Op.FLAG -> flag(at, current);
            case Op.SELECT -> select(at, current);
            case Op.MATCH -> match(at, current);
            case Op.MATCH_EACH -> matchEach(at, current);
            case Op.MARK -> mark(at);
            case Op.PIECE_SELECT -> selectPiece(at, current);
            case Op.PIECE -> piece(at, current);
            case Op.FILE_NAME -> out.plainAttribute(file(current).name());
            case Op.FILE_SIZE -> out.plainAttribute(file(current).printedSize());
            default -> raw(at, current);
        }
    }

    /** The value that an operand stands for. */
    int value(int operand, int current) throws Refused {
        return switch (operand) {
            case Op.NO_VALUE -> Tape.NOTHING;
            case Op.SELF -> current;
            default -> data.member(current, operand);
        };
    }

    private void text(int at, int current) throws Refused {
        int value = value(code[at + 1], current);
        if (isEscaped(value)) {
            out.text(json, tape.position(value));
        } else {
            plain(value, at);
        }
    }

    private void attribute(int at, int current) throws Refused {
        int value = value(code[at + 1], current);
        if (isEscaped(value)) {
            out.attribute(json, tape.position(value));
        } else {
            plain(value, at);
        }
    }

    private boolean isEscaped(int value) {
        return tape.type(value) == ValueType.STRING && !tape.isVerbatim(value);
    }

    private void instant(int at, int current) throws Refused {
        int value = value(code[at + 1], current);
        if (tape.type(value) == ValueType.STRING) {
            instants.write(json, tape.position(value), out);
        } else {
            plain(value, at);
        }
    }

    /** Values that need no escaping in any context. */
    private void plain(int value, int at) {
        switch (tape.type(value)) {
            case ValueType.ABSENT -> out.write(segments, code[at + 2], code[at + 3]);
            case ValueType.NUMBER, ValueType.STRING -> out.write(json, tape.position(value), tape.length(value));
            case ValueType.TRUE -> out.write(Workspace.TRUE);
            case ValueType.FALSE -> out.write(Workspace.FALSE);
            default -> {} // null and what does not fit are shown as nothing
        }
    }

    private void flag(int at, int current) throws Refused {
        int type = tape.type(value(code[at + 1], current));
        if (type == ValueType.TRUE || (type == ValueType.ABSENT && code[at + 2] == 1)) {
            out.write(segments, code[at + 3], code[at + 4]);
        }
    }

    private void select(int at, int current) throws Refused {
        Choice choice = plan.choices().get(code[at + 2]);
        selected(at, choice, options.option(choice, data, value(code[at + 1], current)));
    }

    private void selected(int at, Choice choice, int option) {
        int offset = code[at + 3];
        int length = code[at + 4];
        if (option == Choice.NONE) {
            out.write(segments, offset, length);
            return;
        }
        int mark = choice.mark(option);
        out.write(segments, offset, mark);
        out.write(segments, code[at + 5], code[at + 6]);
        out.write(segments, offset + mark, length - mark);
    }

    private void selectPiece(int at, int current) throws Refused {
        Choice choice = plan.choices().get(code[at + 2]);
        int value = value(code[at + 1], current);
        boolean isAbsent = tape.type(value) == ValueType.ABSENT;
        selected(at, choice, isAbsent ? choice.initial() : options.option(choice, pieceOf(value, code[at + 7])));
    }

    private void piece(int at, int current) throws Refused {
        int value = value(code[at + 1], current);
        if (tape.type(value) == ValueType.ABSENT) {
            out.write(segments, code[at + 2], code[at + 3]);
            return;
        }
        OptionalInt piece = pieceOf(value, code[at + 4]);
        if (piece.isPresent()) {
            out.number(piece.getAsInt());
        }
    }

    private OptionalInt pieceOf(int value, int index) {
        return tape.type(value) == ValueType.STRING
                ? Moment.of(data.string(value)).piece(index)
                : OptionalInt.empty();
    }

    private FileUrl file(int value) {
        return FileUrl.of(tape.type(value) == ValueType.STRING ? data.string(value) : "");
    }

    private void match(int at, int current) throws Refused {
        Choice choice = plan.choices().get(code[at + 2]);
        int option = options.option(choice, data, value(code[at + 1], current));
        matched.clear();
        if (option != Choice.NONE) {
            matched.set(option);
        }
    }

    private void matchEach(int at, int current) throws Refused {
        Choice choice = plan.choices().get(code[at + 2]);
        int value = value(code[at + 1], current);
        matched.clear();
        if (tape.type(value) == ValueType.ABSENT) {
            for (int i = 0; i < choice.initialCount(); i++) {
                matched.set(choice.initial(i));
            }
        }
        if (tape.type(value) != ValueType.LIST) {
            return;
        }
        int end = tape.after(value);
        for (int item = tape.firstItem(value); item < end; item = tape.after(item)) {
            int option = options.option(choice, data, item);
            if (option != Choice.NONE) {
                matched.set(option);
            }
        }
    }

    /** Writes the value as JSON. */
    private void raw(int at, int current) throws Refused {
        switch (tape.type(current)) {
            case ValueType.ABSENT -> {}
            case ValueType.TRUE, ValueType.FALSE, ValueType.NUMBER -> plain(current, at);
            default -> new JsonText(data, steps, CONTEXTS[code[at + 1]] != Op.Context.TEXT, out).write(current);
        }
    }

    /** Remembers one option. */
    void marked(int option) {
        matched.clear();
        matched.set(option);
    }

    private void mark(int at) {
        if (matched.get(code[at + 1])) {
            out.write(segments, code[at + 2], code[at + 3]);
        }
    }
}
