package dev.platen.contract.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a plan can be executed: operands lie within their tables, every stretch of code ends, addresses lead
 * forward to an instruction of the same stretch, and frames are read as they were written.
 */
final class PlanVerifier {
    private static final int MAX_NESTING = 128;

    private final Plan plan;
    private final int[] code;
    /** For each address at which an instruction begins, the stretch that it belongs to; 0 elsewhere. */
    private final int[] stretchAt;

    private final List<Jump> jumps = new ArrayList<>();
    private int stretches;

    private PlanVerifier(Plan plan) {
        this.plan = plan;
        this.code = plan.code();
        this.stretchAt = new int[code.length];
    }

    static void verify(Plan plan) throws UnreadablePlan {
        new PlanVerifier(plan).verify();
    }

    private void verify() throws UnreadablePlan {
        List<Scope> scopes = plan.scopes();
        require(!scopes.isEmpty() && scopes.getFirst().routine() == 0, "the page is the scope at address 0");
        long frames = 0;
        for (Scope scope : scopes) {
            frames += scope.frame();
            require(scope.frame() >= 1 && frames <= code.length + scopes.size(), "frames fit the code that reads them");
        }
        for (Scope scope : scopes) {
            entries(scope);
        }
        for (Scope scope : scopes) {
            if (scope.routine() != Scope.INLINE) {
                stretch(scope.routine(), scope, 0);
            }
        }
        for (Jump jump : jumps) {
            boolean isForward = jump.to > jump.from && jump.to < code.length;
            require(isForward && stretchAt[jump.to] == stretchAt[jump.from], "an address leads forward in its stretch");
        }
    }

    /** Walks the members that share one frame. A shape met twice would share slots, so that no walk is endless. */
    private @Nullable Entry[] entries(Scope scope) throws UnreadablePlan {
        @Nullable Entry[] bySlot = new @Nullable Entry[scope.frame()];
        Deque<Entry> pending = new ArrayDeque<>(List.of(scope.root()));
        while (!pending.isEmpty()) {
            Entry entry = pending.pop();
            boolean isFree = entry.slot() >= 0 && entry.slot() < bySlot.length && bySlot[entry.slot()] == null;
            require(isFree, "a slot lies in its frame and belongs to one entry");
            bySlot[entry.slot()] = entry;
            switch (entry.kind()) {
                case LEAF -> require(entry.target() == 0, "a leaf has no target");
                case LIST -> scope(entry.target());
                case CALL ->
                    require(
                            scope(entry.target()).root().kind() != Entry.Kind.CALL,
                            "a routine begins with a value of its own");
                case OBJECT -> {
                    require(
                            entry.target() >= 0
                                    && entry.target() < plan.shapes().size(),
                            "a shape is in the plan");
                    plan.shapes().get(entry.target()).entries().forEach(pending::push);
                }
            }
        }
        return bySlot;
    }

    /** Verifies the code from {@code start} to its end and returns the address after it. */
    private int stretch(int start, Scope scope, int nesting) throws UnreadablePlan {
        require(nesting < MAX_NESTING, "loops are nested less than %d deep".formatted(MAX_NESTING));
        @Nullable Entry[] bySlot = entries(scope);
        int stretch = ++stretches;
        int at = start;
        while (true) {
            require(at >= 0 && at < code.length, "a stretch of code lies within the plan and has an end");
            int op = code[at];
            require(op >= 0 && op < Op.count(), "an instruction is known");
            int next = at + 1 + Op.operands(op);
            require(next <= code.length && stretchAt[at] == 0, "code has its operands and belongs to one stretch");
            stretchAt[at] = stretch;
            if (op == Op.END) {
                return next;
            }
            instruction(at, bySlot);
            if (op == Op.LOOP) {
                int after = stretch(next, scope(code[at + 2]), nesting + 1);
                require(after == code[at + 5], "the alternative of a loop follows its body");
                next = after;
            }
            at = next;
        }
    }

    private void instruction(int at, @Nullable Entry[] bySlot) throws UnreadablePlan {
        switch (code[at]) {
            case Op.STATIC -> segment(at + 1);
            case Op.TEXT, Op.ATTRIBUTE, Op.INSTANT -> {
                slot(at + 1, bySlot);
                segment(at + 2);
            }
            case Op.FLAG -> {
                slot(at + 1, bySlot);
                segment(at + 3);
            }
            case Op.SELECT -> select(at, bySlot);
            case Op.MATCH, Op.MATCH_EACH -> {
                slot(at + 1, bySlot);
                choice(code[at + 2]);
            }
            case Op.MARK -> {
                require(code[at + 1] >= 0, "an option is not negative");
                segment(at + 2);
            }
            case Op.LOOP -> loop(at, bySlot);
            case Op.CALL -> call(at, bySlot);
            case Op.PAGE_ONLY, Op.FRAGMENT_ONLY -> jumps.add(new Jump(at, code[at + 1]));
            default -> {} // the others have no operands
        }
    }

    private void select(int at, @Nullable Entry[] bySlot) throws UnreadablePlan {
        slot(at + 1, bySlot);
        segment(at + 3);
        segment(at + 5);
        Choice choice = choice(code[at + 2]);
        require(choice.markCount() == choice.options().size(), "the options of a select have marks");
        for (int i = 0; i < choice.markCount(); i++) {
            require(choice.mark(i) >= 0 && choice.mark(i) <= code[at + 4], "a mark lies within its segment");
        }
    }

    private void loop(int at, @Nullable Entry[] bySlot) throws UnreadablePlan {
        reads(at, Entry.Kind.LIST, bySlot);
        segment(at + 3);
        jumps.add(new Jump(at, code[at + 5]));
        jumps.add(new Jump(at, code[at + 6]));
        require(code[at + 6] >= code[at + 5], "the alternative of a loop has an end");
    }

    private void call(int at, @Nullable Entry[] bySlot) throws UnreadablePlan {
        reads(at, Entry.Kind.CALL, bySlot);
        segment(at + 3);
        require(scope(code[at + 2]).routine() != Scope.INLINE, "a routine has an address");
        jumps.add(new Jump(at, code[at + 6]));
    }

    /** The scope that executes must be the one whose frames the slot leads to. */
    private void reads(int at, Entry.Kind kind, @Nullable Entry[] bySlot) throws UnreadablePlan {
        int slot = slot(at + 1, bySlot);
        scope(code[at + 2]);
        if (slot == Op.NO_SLOT) {
            return;
        }
        Entry entry = bySlot[slot];
        require(
                entry != null && entry.kind() == kind && entry.target() == code[at + 2],
                "a slot is executed in the scope it was read in");
    }

    private int slot(int operand, @Nullable Entry[] bySlot) throws UnreadablePlan {
        int slot = code[operand];
        require(slot >= Op.NO_SLOT && slot < bySlot.length, "a slot lies in its frame");
        return slot;
    }

    private void segment(int operand) throws UnreadablePlan {
        int offset = code[operand];
        int length = code[operand + 1];
        boolean isInside = offset >= 0 && length >= 0 && length <= plan.segments().length - offset;
        require(isInside, "a segment lies within the segments");
    }

    private Choice choice(int index) throws UnreadablePlan {
        require(index >= 0 && index < plan.choices().size(), "a choice is in the plan");
        return plan.choices().get(index);
    }

    private Scope scope(int index) throws UnreadablePlan {
        require(index >= 0 && index < plan.scopes().size(), "a scope is in the plan");
        return plan.scopes().get(index);
    }

    private static void require(boolean holds, String rule) throws UnreadablePlan {
        if (!holds) {
            throw new UnreadablePlan("the rule is broken that " + rule);
        }
    }

    /** A jump whose target may not have been walked yet. */
    private record Jump(int from, int to) {}
}
