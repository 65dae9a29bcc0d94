package dev.platen.engine.render;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Scope;
import dev.platen.engine.html.HtmlOutput;

/** Executes the code of one plan over the tape of one text. Used once. */
final class Executor {
    /** Loops and calls that may be open at the same time, as a multiple of the nesting of the data. */
    private static final int NESTING_FACTOR = 4;

    private final Plan plan;
    private final int[] code;
    private final byte[] segments;
    private final Tape tape;
    private final HtmlOutput out;
    private final HtmlOutput path;
    private final ValueWriter values;
    private final Page page;
    private final Limits limits;

    private long steps;
    private int nesting;

    Executor(Plan plan, byte[] json, Workspace workspace, Page page, Limits limits) {
        this.plan = plan;
        this.code = plan.code();
        this.segments = plan.segments();
        this.tape = workspace.tape();
        this.out = workspace.out();
        this.path = workspace.path();
        this.values = new ValueWriter(plan, json, workspace);
        this.page = page;
        this.limits = limits;
    }

    /** Writes the whole page for the frame at the root of the tape. */
    void run(int frame) throws Refused {
        execute(0, frame, 0);
        page.finish();
    }

    private void execute(int start, int frame, int position) throws Refused {
        int at = start;
        int executed = 1;
        while (code[at] != Op.END) {
            executed++;
            int next = at + 1 + Op.operands(code[at]);
            switch (code[at]) {
                case Op.STATIC -> {
                    out.write(segments, code[at + 1], code[at + 2]);
                    page.advance();
                }
                case Op.PATH -> out.write(path.bytes(), 0, path.size());
                case Op.POSITION -> out.number(position);
                case Op.TEXT -> values.text(at, frame);
                case Op.ATTRIBUTE -> values.attribute(at, frame);
                case Op.INSTANT -> values.instant(at, frame);
                case Op.FLAG -> values.flag(at, frame);
                case Op.SELECT -> values.select(at, frame);
                case Op.MATCH -> values.match(at, frame);
                case Op.MATCH_EACH -> values.matchEach(at, frame);
                case Op.MARK -> values.mark(at);
                case Op.LOOP -> next = loop(at, frame);
                case Op.CALL -> next = call(at, frame);
                case Op.PAGE_ONLY -> next = page.isWhole() ? next : code[at + 1];
                case Op.FRAGMENT_ONLY -> next = page.isWhole() ? code[at + 1] : next;
                case Op.LOCALE -> page.locale(out);
                case Op.STYLESHEET -> page.stylesheet(out);
                default -> throw new IllegalStateException("no instruction has code " + code[at]);
            }
            at = next;
        }
        steps += executed;
    }

    private int loop(int at, int frame) throws Refused {
        int cell = values.cell(code[at + 1], frame);
        if (Tape.type(cell) == Tape.ABSENT) {
            return code[at + 5];
        }
        int item = Tape.type(cell) == Tape.LIST ? Tape.position(cell) : 0;
        for (int index = 0; item != 0; index++) {
            item(at, item, index);
            item = tape.next(item);
        }
        return code[at + 6];
    }

    private void item(int at, int frame, int index) throws Refused {
        enter();
        int outer = path.size();
        path.write(segments, code[at + 3], code[at + 4]);
        path.number(index);
        execute(at + 1 + Op.operands(Op.LOOP), frame, index + 1);
        path.truncate(outer);
        nesting--;
    }

    private int call(int at, int frame) throws Refused {
        int cell = values.cell(code[at + 1], frame);
        boolean isFrame = Tape.type(cell) == Tape.FRAME;
        if (!isFrame && code[at + 5] == 0) {
            return at + 1 + Op.operands(Op.CALL);
        }
        Scope scope = plan.scopes().get(code[at + 2]);
        int own = isFrame ? Tape.position(cell) : tape.frame(scope.frame());
        enter();
        int outer = path.size();
        path.write(segments, code[at + 3], code[at + 4]);
        execute(scope.routine(), own, 0);
        path.truncate(outer);
        nesting--;
        return code[at + 6];
    }

    private void enter() throws Refused {
        if (steps > limits.renderSteps()) {
            throw new Refused("a page may take at most %d steps, this data takes more; send fewer items"
                    .formatted(limits.renderSteps()));
        }
        nesting++;
        if (nesting > limits.depth() * NESTING_FACTOR) {
            throw new Refused("a page may be nested at most %d deep, this data nests deeper"
                    .formatted(limits.depth() * NESTING_FACTOR));
        }
    }
}
