package dev.platen.contract.plan;

import dev.platen.contract.plan.Instruction.Operand;
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
        int operand = at + 1;
        for (Operand kind : Instruction.of(code[at]).operands()) {
            operand(kind, operand);
            if (kind == Operand.DESTINATION) {
                jumps.add(new Jump(at, code[operand], entered, picked));
            }
            operand += kind.width();
        }
        limits(at);
    }

    private void operand(Operand kind, int at) throws UnreadablePlan {
        switch (kind) {
            case VALUE -> require(code[at] >= Op.SELF && code[at] < plan.names().size(), "a value is known");
            case SEGMENT -> segment(at);
            case NUMBER -> require(code[at] >= 0, "a number is not negative");
            case DESTINATION -> {} // looked at when everything was walked
            case ROUTINE -> index(code[at], plan.routines());
            case CHOICE -> index(code[at], plan.choices());
            case EXPRESSION -> index(code[at], plan.expressions());
            case ALTERNATIVES -> index(code[at], plan.alternatives());
            case ENTRIES_TABLE -> index(code[at], plan.entries());
            case MESSAGE_TABLE -> index(code[at], plan.messages());
            case WORD_TABLE -> index(code[at], List.of(Word.values()));
            case ROLE -> index(code[at], List.of(Role.values()));
            case CONTEXT -> index(code[at], List.of(Op.Context.values()));
            case DRAWING -> index(code[at], List.of(Op.Drawing.values()));
        }
    }

    /** What holds for the operands of an instruction beside the limits of their kinds. */
    private void limits(int at) throws UnreadablePlan {
        switch (code[at]) {
            case Op.SELECT -> marks(at);
            case Op.PIECE_SELECT -> {
                marks(at);
                require(code[at + 7] < Op.PIECES, "a date has such a piece");
            }
            case Op.PIECE -> require(code[at + 4] < Op.PIECES, "a date has such a piece");
            case Op.LOOP -> {
                require(code[at + 5] >= code[at + 4], "the alternative of a loop has an end");
                require(code[at + 6] == 0 || code[at + 3] > 0, "what is shown in pages adds to the path");
            }
            case Op.EACH -> require(code[at + 3] >= code[at + 2], "the alternative of a loop has an end");
            case Op.PAGER -> require(code[at + 1] > 0, "the pages of a list have a size");
            case Op.CHART_VALUE -> require(code[at + 2] < Op.CHART_SERIES, "a chart has few series");
            default -> {} // nothing more
        }
    }

    private void marks(int at) throws UnreadablePlan {
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
