package dev.platen.engine.compile;

import dev.platen.contract.plan.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many instructions write the same value of the data: those with the same way to it from where their stretch of code
 * begins, which every run begins at a value of its own. Ways that differ may be taken for the same, which counts too many.
 */
final class ValueSlots {
    private final Map<Long, Integer> counts = new HashMap<>();
    private final Deque<Long> ways = new ArrayDeque<>();
    private int most = 1;

    ValueSlots() {
        ways.push(0L);
    }

    /** Whether the instruction writes a value of the data. */
    static boolean isSlot(int op) {
        return op == Op.TEXT || op == Op.ATTRIBUTE || op == Op.INSTANT || op == Op.PIECE || op == Op.RAW;
    }

    /** Takes the next instruction; to be called for all of them, in order. */
    void add(int[] code, int at) {
        switch (code[at]) {
            case Op.ENTER, Op.ITEM -> ways.push(step(code[at + 1]));
            case Op.LOOP, Op.ENTRIES -> ways.push(-1L - at);
            case Op.EACH -> ways.push(way()); // the current value stays what it is
            case Op.LEAVE, Op.END -> leave();
            case Op.TEXT, Op.ATTRIBUTE, Op.INSTANT, Op.PIECE -> most = Math.max(most, count(step(code[at + 1])));
            case Op.RAW -> most = Math.max(most, count(way()));
            default -> {} // the others write none of it
        }
    }

    private int count(long way) {
        return counts.merge(way, 1, Integer::sum);
    }

    private long way() {
        Long way = ways.peek();
        return way == null ? 0 : way;
    }

    private long step(int value) {
        return value == Op.SELF ? way() : way() * 1_000_003 + value + 2;
    }

    /** The end of the page and of each routine leaves nothing: the next begins where it likes. */
    private void leave() {
        ways.poll();
        if (ways.isEmpty()) {
            ways.push((long) -counts.size());
        }
    }

    /** The largest number of instructions that write one value; at least one. */
    int most() {
        return most;
    }
}
