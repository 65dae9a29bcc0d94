package dev.platen.engine.render;

import dev.platen.contract.plan.Choice;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.html.HtmlOutput;
import java.util.BitSet;

/** Executes the instructions that write values. Used once. */
final class ValueWriter {
    private final Plan plan;
    private final int[] code;
    private final byte[] segments;
    private final byte[] json;
    private final Tape tape;
    private final HtmlOutput out;
    private final BitSet matched;
    private final Values options;
    private final Instants instants;

    ValueWriter(Plan plan, byte[] json, Workspace workspace) {
        this.plan = plan;
        this.code = plan.code();
        this.segments = plan.segments();
        this.json = json;
        this.tape = workspace.tape();
        this.out = workspace.out();
        this.matched = workspace.matched();
        this.options = workspace.values();
        this.instants = workspace.instants();
    }

    int cell(int slot, int frame) {
        return slot == Op.NO_SLOT ? Tape.ABSENT : tape.get(frame + slot);
    }

    void text(int at, int frame) {
        int cell = cell(code[at + 1], frame);
        if (Tape.type(cell) == Tape.STRING) {
            out.text(json, Tape.position(cell));
        } else {
            plain(cell, at);
        }
    }

    void attribute(int at, int frame) {
        int cell = cell(code[at + 1], frame);
        if (Tape.type(cell) == Tape.STRING) {
            out.attribute(json, Tape.position(cell));
        } else {
            plain(cell, at);
        }
    }

    void instant(int at, int frame) {
        int cell = cell(code[at + 1], frame);
        if (Tape.type(cell) == Tape.STRING) {
            instants.write(json, Tape.position(cell), out);
        } else {
            plain(cell, at);
        }
    }

    /** Values that need no escaping in any context. */
    private void plain(int cell, int at) {
        switch (Tape.type(cell)) {
            case Tape.ABSENT -> out.write(segments, code[at + 2], code[at + 3]);
            case Tape.NUMBER -> {
                int start = Tape.position(cell);
                out.write(json, start, Values.numberEnd(json, start) - start);
            }
            case Tape.TRUE -> out.write(Workspace.TRUE, 0, Workspace.TRUE.length);
            case Tape.FALSE -> out.write(Workspace.FALSE, 0, Workspace.FALSE.length);
            default -> {} // null and what does not fit are shown as nothing
        }
    }

    void flag(int at, int frame) {
        int type = Tape.type(cell(code[at + 1], frame));
        if (type == Tape.TRUE || (type == Tape.ABSENT && code[at + 2] == 1)) {
            out.write(segments, code[at + 3], code[at + 4]);
        }
    }

    void select(int at, int frame) {
        Choice choice = plan.choices().get(code[at + 2]);
        int option = options.option(choice, json, cell(code[at + 1], frame));
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

    void match(int at, int frame) {
        Choice choice = plan.choices().get(code[at + 2]);
        int option = options.option(choice, json, cell(code[at + 1], frame));
        matched.clear();
        if (option != Choice.NONE) {
            matched.set(option);
        }
    }

    void matchEach(int at, int frame) {
        Choice choice = plan.choices().get(code[at + 2]);
        int cell = cell(code[at + 1], frame);
        matched.clear();
        if (Tape.type(cell) == Tape.ABSENT) {
            for (int i = 0; i < choice.initialCount(); i++) {
                matched.set(choice.initial(i));
            }
        }
        if (Tape.type(cell) != Tape.LIST) {
            return;
        }
        for (int item = Tape.position(cell); item != 0; item = tape.next(item)) {
            int option = options.option(choice, json, tape.get(item));
            if (option != Choice.NONE) {
                matched.set(option);
            }
        }
    }

    void mark(int at) {
        if (matched.get(code[at + 1])) {
            out.write(segments, code[at + 2], code[at + 3]);
        }
    }
}
