package dev.platen.engine.render;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.link.LinkedOp;
import dev.platen.engine.link.LinkedPlan;
import dev.platen.engine.link.ValueType;
import dev.platen.engine.link.Way;
import dev.platen.engine.pattern.PlanPatterns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executes the code of one linked plan over the tape of one text. Used once. */
final class Executor {
    /** Loops and calls that may be open at the same time, as a multiple of the nesting of the data. */
    private static final int NESTING_FACTOR = 4;

    private static final Op.Context[] CONTEXTS = Op.Context.values();
    private static final Op.Drawing[] DRAWINGS = Op.Drawing.values();

    private final LinkedPlan linked;
    private final Plan plan;
    private final int[] code;
    private final byte[] segments;
    private final int[] runs;
    private final Way[] ways;
    private final Tape tape;
    private final Scopes scopes;
    private final HtmlOutput out;
    private final HtmlOutput path;
    private final ValueWriter values;
    private final Checker checker;
    private final Evaluator evaluator;
    private final Remarks remarks;
    private final Computed computed;
    private final EntryLoop entries;
    private final ChartPoints charts;
    private final Paging paging;
    private final Page page;
    private final Wanted wanted;
    private final Limits limits;
    private final Steps steps;

    private int nesting;

    Executor(LinkedPlan linked, byte[] json, Workspace workspace, Page page, Wanted wanted, Limits limits) {
        this.linked = linked;
        this.plan = linked.plan();
        this.code = linked.code();
        this.segments = linked.segments();
        this.runs = linked.runs();
        this.ways = linked.ways();
        this.tape = workspace.tape();
        this.scopes = workspace.scopes();
        this.out = workspace.out();
        this.path = workspace.path();
        this.steps = new Steps(limits.renderSteps());
        Data data = new Data(json, linked.names(), workspace, steps);
        this.values = new ValueWriter(linked, data, workspace, steps);
        PlanPatterns patterns = new PlanPatterns();
        this.checker = new Checker(data, plan.checks(), patterns, steps);
        this.evaluator = new Evaluator(data, checker, scopes, steps);
        this.remarks = new Remarks(page.view(), path, segments, out);
        this.computed = new Computed(evaluator, data, tape, scopes, out);
        this.entries = new EntryLoop(data, patterns, steps);
        this.charts = new ChartPoints(evaluator, out);
        this.paging = new Paging(data, steps, remarks, page, linked.hasFiles(), out);
        this.page = page;
        this.wanted = wanted;
        this.limits = limits;
    }

    /** Writes all that is wanted of the page, and tells how many steps that took. */
    long run() throws Refused {
        try {
            execute(0, tape.root());
        } catch (Complete part) {
            // the rest of the page is not wanted
        }
        page.finish();
        return steps.taken();
    }

    /** Executes one stretch of code. What is entered within it is left within it. */
    private void execute(int start, int value) throws Refused {
        int at = start;
        int current = value;
        int executed = 1;
        while (code[at] != Op.END) {
            executed++;
            int next = at + 1 + LinkedOp.operands(code[at]);
            switch (code[at]) {
                case Op.STATIC -> {
                    out.write(segments, code[at + 1], code[at + 2]);
                    page.advance();
                }
                case LinkedOp.RUN -> run(code[at + 1], code[at + 2]);
                case LinkedOp.VALUE -> {
                    out.write(segments, code[at + 1], code[at + 2]);
                    computed.write(ways[code[at + 3]], CONTEXTS[code[at + 4]], current);
                    page.advance();
                }
                case LinkedOp.IS_TYPE ->
                    next = computed.isType(ways[code[at + 1]], code[at + 2], current) ? next : code[at + 3];
                case Op.TEXT, Op.ATTRIBUTE, Op.INSTANT, Op.FLAG, Op.SELECT, Op.MATCH, Op.MATCH_EACH, Op.MARK, Op.RAW ->
                    values.execute(at, current);
                case Op.ENTER -> current = enter(at, current);
                case Op.ITEM -> current = item(at, current);
                case Op.LEAVE -> current = scopes.leave();
                case Op.LOOP -> next = loop(at, current);
                case Op.EACH -> next = each(at, current);
                case Op.ENTRIES -> next = entries(at, current);
                case Op.CALL -> next = call(at, current);
                case Op.PICK -> values.marked(pick(at, current));
                case Op.DROP -> scopes.drop();
                default -> next = other(at, current, next);
            }
            at = next;
        }
        steps.add(executed);
    }

    private int enter(int at, int current) throws Refused {
        scopes.enter(current);
        return values.value(code[at + 1], current);
    }

    private int item(int at, int current) throws Refused {
        scopes.enter(current);
        steps.add(code[at + 1]);
        return tape.item(current, code[at + 1]);
    }

    /** The instructions that do not touch the current value. */
    private int other(int at, int current, int next) throws Refused {
        int following = next;
        switch (code[at]) {
            case Op.TEST -> following = evaluator.test(expression(at), current) ? next : code[at + 2];
            case Op.JUMP -> following = code[at + 1];
            case Op.CASE -> following = scopes.picked() == code[at + 1] ? next : code[at + 2];
            case Op.WRITE -> computed.write(expression(at), CONTEXTS[code[at + 2]], current);
            case Op.IF_ERROR -> following = remarks.has(code[at + 1], code[at + 2]) ? next : code[at + 3];
            case Op.ERRORS -> remarks.list(code[at + 1], code[at + 2]);
            case Op.SUMMARY -> remarks.summary();
            case Op.PIECE_SELECT, Op.PIECE, Op.FILE_NAME, Op.FILE_SIZE -> values.execute(at, current);
            case Op.KEY -> out.plainAttribute(entries.key());
            case Op.CHART_POINT -> charts.point(expression(at), current);
            case Op.CHART_VALUE -> charts.value(expression(at), code[at + 2], current);
            case Op.CHART -> charts.draw(DRAWINGS[code[at + 1]]);
            case Op.PAGER -> pager(at, current);
            case Op.PART -> following = part(at, next);
            case Op.PART_END -> endPart();
            case Op.FOCUS -> remarks.focus(code[at + 1], code[at + 2]);
            case Op.ADDRESS -> page.address(remarks.plainId(code[at + 1], code[at + 2]), code[at + 3] == 1);
            case Op.LAZY -> following = isOpen(code[at + 1], code[at + 2]) ? next : code[at + 3];
            default -> throw new IllegalStateException("no instruction has code " + code[at]);
        }
        return following;
    }

    private void run(int from, int to) throws Refused {
        for (int part = from; part < to; part += LinkedOp.PART) {
            out.write(segments, runs[part], runs[part + 1]);
            int hole = runs[part + 2];
            if (hole == LinkedOp.PATH_HOLE) {
                out.write(path.bytes(), 0, path.size());
            } else if (hole >= LinkedOp.POSITION_HOLE) {
                out.number(scopes.index(hole - LinkedOp.POSITION_HOLE) + 1);
            }
        }
        page.advance();
    }

    private int part(int at, int next) {
        boolean isSearching = wanted.isSearching();
        return switch (wanted.begin(code[at + 1], code[at + 2])) {
            case WRITTEN -> {
                if (isSearching) {
                    page.restart();
                }
                yield next;
            }
            case SEARCHED -> next;
            case PASSED -> code[at + 3];
        };
    }

    private void endPart() {
        if (wanted.end()) {
            throw new Complete();
        }
    }

    /** Parts within one that is loaded late have ids of their own, so that a search leads through all of those. */
    private boolean isOpen(int offset, int length) {
        return wanted.isSearching()
                || wanted.is(offset, length)
                || remarks.isOpen(offset, length)
                || remarks.isAllOpen();
    }

    private Expression expression(int at) {
        return plan.expressions().get(code[at + 1]);
    }

    private int loop(int at, int list) throws Refused {
        if (tape.type(list) == ValueType.ABSENT) {
            return code[at + 4];
        }
        int end = tape.type(list) == ValueType.LIST ? tape.after(list) : Tape.NOTHING;
        Paging.Window shown = shown(at, list);
        int index = 0;
        for (int item = tape.firstItem(list); item < end; item = tape.after(item)) {
            if (index >= code[at + 1] && shown.contains(index)) {
                open();
                int outer = path.size();
                path.write(segments, code[at + 2], code[at + 3]);
                path.number(index);
                if (wanted.isOnPath()) {
                    scopes.openItem(item, index);
                    execute(at + 1 + Op.operands(Op.LOOP), item);
                    scopes.closeItem();
                }
                path.truncate(outer);
                nesting--;
            }
            index++;
        }
        return code[at + 5];
    }

    /** A part that is looked for is found on whichever page it is. */
    private Paging.Window shown(int at, int list) {
        int size = code[at + 6];
        return wanted.isSearching() || !paging.isLong(list, size)
                ? Paging.Window.ALL
                : paging.window(list, size, remarks.plainId(code[at + 2], code[at + 3] - 1));
    }

    private void pager(int at, int list) throws Refused {
        if (paging.isLong(list, code[at + 1])) {
            paging.write(list, code[at + 1], remarks.plainId(code[at + 2], code[at + 3]));
        }
    }

    private int each(int at, int current) throws Refused {
        @Nullable Object value = evaluator.value(expression(at), current);
        if (value instanceof Derived.Listed listed) {
            return eachOf(listed.items(), at, current);
        }
        int list = value instanceof Evaluator.Found found ? found.value() : Tape.NOTHING;
        boolean isList = tape.type(list) == ValueType.LIST;
        int end = tape.after(list);
        int index = 0;
        for (int member = list + Tape.VALUE; list != Tape.NOTHING && member < end; index++) {
            int item = isList ? member : tape.memberValue(member);
            open();
            scopes.openItem(item, index);
            execute(at + 1 + Op.operands(Op.EACH), current);
            scopes.closeItem();
            nesting--;
            member = tape.after(item);
        }
        return index == 0 ? code[at + 2] : code[at + 3];
    }

    private int eachOf(List<?> items, int at, int current) throws Refused {
        for (int index = 0; index < items.size(); index++) {
            open();
            openItem(items.get(index), index);
            execute(at + 1 + Op.operands(Op.EACH), current);
            scopes.closeItem();
            nesting--;
        }
        return items.isEmpty() ? code[at + 2] : code[at + 3];
    }

    private void openItem(Object item, int index) {
        if (Derived.ofScript(item) instanceof Evaluator.Found(int cell)) {
            scopes.openItem(cell, index);
        } else {
            scopes.openComputed(item, index);
        }
    }

    private int entries(int at, int object) throws Refused {
        for (EntryLoop.Entry entry : entries.of(plan.entries().get(code[at + 1]), object)) {
            open();
            int outer = path.size();
            path.write(segments, code[at + 2], code[at + 3]);
            path.plainAttribute(entry.id());
            if (wanted.isOnPath()) {
                scopes.pick(entry.kind());
                String around = entries.enter(entry.name());
                execute(at + 1 + Op.operands(Op.ENTRIES), entry.value());
                entries.leave(around);
                scopes.drop();
            }
            path.truncate(outer);
            nesting--;
        }
        return code[at + 4];
    }

    private int call(int at, int current) throws Refused {
        boolean isEmpty = tape.type(current) == ValueType.ABSENT || tape.type(current) == ValueType.NULL;
        if (isEmpty && code[at + 4] == 0 && !remarks.isOpen(code[at + 2], code[at + 3])) {
            return at + 1 + Op.operands(Op.CALL);
        }
        open();
        int outer = path.size();
        path.write(segments, code[at + 2], code[at + 3]);
        execute(linked.routines().get(code[at + 1]), current);
        path.truncate(outer);
        nesting--;
        return code[at + 5];
    }

    /** The form that people chose, or else the one that fits best, the first of several. */
    private int pick(int at, int value) throws Refused {
        var alternatives = plan.alternatives().get(code[at + 1]);
        var fits = alternatives.fits();
        int chosen = remarks.choice(code[at + 2], code[at + 3]);
        if (chosen < 0 || chosen >= fits.size()) {
            chosen = checker.best(fits, alternatives.initial(), value);
        }
        scopes.pick(chosen);
        return chosen;
    }

    private void open() throws Refused {
        nesting++;
        if (nesting > limits.depth() * NESTING_FACTOR) {
            throw new Refused("a page may be nested at most %s deep, this data nests deeper"
                    .formatted(limits.depth() * NESTING_FACTOR));
        }
    }
}
