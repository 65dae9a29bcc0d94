package dev.platen.contract.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a plan can be executed: operands lie within their tables, every stretch of code ends, what is entered or
 * picked is left again, and addresses lead forward to an instruction of the same stretch where as much is entered.
 */
final class PlanVerifier {
    private static final int MAX_NESTING = 128;

    private final Plan plan;
    private final int[] code;
    /** For each address at which an instruction begins, the stretch that it belongs to; 0 elsewhere. */
    private final int[] stretchAt;
    /** For each such address, how many values are entered there and how many picks are remembered. */
    private final int[] enteredAt;

    private final int[] pickedAt;
    private final List<Jump> jumps = new ArrayList<>();
    private int stretches;

    private PlanVerifier(Plan plan) {
        this.plan = plan;
        this.code = plan.code();
        this.stretchAt = new int[code.length];
        this.enteredAt = new int[code.length];
        this.pickedAt = new int[code.length];
    }

    static void verify(Plan plan) throws UnreadablePlan {
        new PlanVerifier(plan).verify();
    }

    private void verify() throws UnreadablePlan {
        stretch(0, 0, 0);
        for (int routine : plan.routines()) {
            stretch(routine, 0, 0);
        }
        for (Jump jump : jumps) {
            boolean isForward = jump.to > jump.from && jump.to < code.length;
            require(isForward && stretchAt[jump.to] == stretchAt[jump.from], "an address leads forward in its stretch");
            require(
                    enteredAt[jump.to] == jump.entered && pickedAt[jump.to] == jump.picked,
                    "an address leads to where as much is entered and picked");
        }
        Rules rules = new Rules(plan);
        rules.verify();
    }

    /** Verifies the code from {@code start} to its end and returns the address after it. */
    private int stretch(int start, int nesting, int outerPicked) throws UnreadablePlan {
        require(nesting < MAX_NESTING, "loops are nested less than %s deep".formatted(MAX_NESTING));
        int stretch = ++stretches;
        int at = start;
        int entered = 0;
        int picked = outerPicked;
        while (true) {
            require(at >= 0 && at < code.length, "a stretch of code lies within the plan and has an end");
            int op = code[at];
            require(op >= 0 && op < Op.count(), "an instruction is known");
            int next = at + 1 + Op.operands(op);
            require(next <= code.length && stretchAt[at] == 0, "code has its operands and belongs to one stretch");
            stretchAt[at] = stretch;
            enteredAt[at] = entered;
            pickedAt[at] = picked;
            if (op == Op.END) {
                require(entered == 0 && picked == outerPicked, "what is entered or picked is left again");
                return next;
            }
            entered += op == Op.ENTER || op == Op.ITEM ? 1 : op == Op.LEAVE ? -1 : 0;
            picked += op == Op.PICK ? 1 : op == Op.DROP ? -1 : 0;
            require(entered >= 0 && picked >= outerPicked, "no more is left than was entered or picked");
            require(op != Op.CASE || picked > 0, "a case belongs to a pick");
            instruction(at, entered, picked);
            if (op == Op.LOOP || op == Op.EACH || op == Op.ENTRIES) {
                int after = stretch(next, nesting + 1, op == Op.ENTRIES ? 1 : 0);
                int named = op == Op.LOOP ? code[at + 4] : op == Op.EACH ? code[at + 2] : code[at + 4];
                require(after == named, "what is done otherwise follows the body of a loop");
                next = after;
            }
            at = next;
        }
    }

    private void instruction(int at, int entered, int picked) throws UnreadablePlan {
        int op = code[at];
        switch (op) {
            case Op.STATIC, Op.ERRORS, Op.IF_ERROR, Op.LAZY, Op.PART, Op.ADDRESS -> segment(at + 1);
            case Op.TEXT,
                    Op.ATTRIBUTE,
                    Op.INSTANT,
                    Op.FLAG,
                    Op.SELECT,
                    Op.MATCH,
                    Op.MATCH_EACH,
                    Op.ENTER,
                    Op.PIECE_SELECT,
                    Op.PIECE -> value(at);
            case Op.MARK -> {
                require(code[at + 1] >= 0, "an option is not negative");
                segment(at + 2);
            }
            case Op.ITEM -> require(code[at + 1] >= 0, "an item is not negative");
            case Op.LOOP -> {
                require(code[at + 1] >= 0, "an item is not negative");
                segment(at + 2);
                require(code[at + 6] == 0 || (code[at + 6] > 0 && code[at + 3] > 0), "the pages of a list have a size");
            }
            case Op.PAGER -> {
                require(code[at + 1] > 0, "the pages of a list have a size");
                segment(at + 2);
            }
            case Op.CALL, Op.PICK, Op.ENTRIES -> {
                index(code[at + 1], table(op));
                segment(at + 2);
            }
            case Op.TEST, Op.EACH, Op.WORD, Op.CLASSES, Op.CHART_POINT, Op.CHART -> index(code[at + 1], table(op));
            case Op.CHART_VALUE -> {
                index(code[at + 1], table(op));
                require(code[at + 2] >= 0 && code[at + 2] < Op.CHART_SERIES, "a chart has few series");
            }
            case Op.WRITE, Op.MESSAGE -> {
                index(code[at + 1], table(op));
                index(code[at + 2], List.of(Op.Context.values()));
            }
            default -> {} // the others only jump, or have no operands
        }
        for (int operand : Op.addresses(op)) {
            jumps.add(new Jump(at, code[at + operand], entered, picked));
        }
        if (op == Op.LOOP || op == Op.EACH) {
            int[] ends = Op.addresses(op);
            require(code[at + ends[1]] >= code[at + ends[0]], "the alternative of a loop has an end");
        }
    }

    /** What the first operand is an index into. */
    private List<?> table(int op) {
        return switch (op) {
            case Op.CALL -> plan.routines();
            case Op.PICK -> plan.alternatives();
            case Op.ENTRIES -> plan.entries();
            case Op.WORD -> List.of(Word.values());
            case Op.CLASSES -> List.of(Role.values());
            case Op.MESSAGE -> plan.messages();
            case Op.CHART -> List.of(Op.Drawing.values());
            default -> plan.expressions();
        };
    }

    private void value(int at) throws UnreadablePlan {
        int value = code[at + 1];
        require(value >= Op.SELF && value < plan.names().size(), "a value is known");
        switch (code[at]) {
            case Op.TEXT, Op.ATTRIBUTE, Op.INSTANT -> segment(at + 2);
            case Op.FLAG -> segment(at + 3);
            case Op.MATCH, Op.MATCH_EACH -> index(code[at + 2], plan.choices());
            case Op.SELECT -> select(at);
            case Op.PIECE_SELECT -> {
                select(at);
                piece(at + 7);
            }
            case Op.PIECE -> {
                segment(at + 2);
                piece(at + 4);
            }
            default -> {} // a value is all that the others have
        }
    }

    private void piece(int operand) throws UnreadablePlan {
        require(code[operand] >= 0 && code[operand] < Op.PIECES, "a date has such a piece");
    }

    private void select(int at) throws UnreadablePlan {
        segment(at + 3);
        segment(at + 5);
        index(code[at + 2], plan.choices());
        Choice choice = plan.choices().get(code[at + 2]);
        require(choice.markCount() == choice.options().size(), "the options of a select have marks");
        for (int i = 0; i < choice.markCount(); i++) {
            require(choice.mark(i) >= 0 && choice.mark(i) <= code[at + 4], "a mark lies within its segment");
        }
    }

    private void segment(int operand) throws UnreadablePlan {
        int offset = code[operand];
        int length = code[operand + 1];
        boolean isInside = offset >= 0 && length >= 0 && length <= plan.segments().length - offset;
        require(isInside, "a segment lies within the segments");
    }

    private static void index(int index, List<?> table) throws UnreadablePlan {
        require(index >= 0 && index < table.size(), "an operand lies within its table");
    }

    static void require(boolean holds, String rule) throws UnreadablePlan {
        if (!holds) {
            throw new UnreadablePlan("the rule is broken that " + rule);
        }
    }

    /** A jump whose target may not have been walked yet. */
    private record Jump(int from, int to, int entered, int picked) {}
}
