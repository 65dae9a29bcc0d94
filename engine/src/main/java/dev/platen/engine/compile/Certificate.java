package dev.platen.engine.compile;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;

/**
 * Weighs a plan by walking its code once: every instruction is counted as if it wrote all that it can, a run as if it
 * executed every loop body and routine there is. The bound is generous, and never too small.
 */
final class Certificate {
    /** An apostrophe becomes five bytes, and nothing else grows more. */
    private static final int ESCAPED = 5;
    /** Digits of an index or a position, and the separator. */
    private static final int INDEX = 11;
    /** Longest locale and longest address of a stylesheet that a renderer writes. */
    private static final int PRESENTATION = 512;
    /** Controls that lead to other pages of a list. */
    private static final int PAGER_PARTS = 16;
    /** What an expression adds to the values that it is computed from. */
    private static final int COMPUTED = 1024;

    /** What one point, and each of its values, adds to a chart: a mark, its coordinates and its name, twice. */
    private static final int POINT = 2048;
    /** Axis and frame of a chart. */
    private static final int CHART = 4096;

    private final Plan plan;
    private final int[] code;
    private final int path;
    private long bytes;
    private long steps;

    private Certificate(Plan plan, Limits limits) {
        this.plan = plan;
        this.code = plan.code();
        int longest = 0;
        for (int at = 0; at < code.length; at += 1 + Op.operands(code[at])) {
            if (code[at] == Op.LOOP || code[at] == Op.CALL || code[at] == Op.ENTRIES) {
                longest =
                        Math.max(longest, code[at + 3] + (code[at] == Op.ENTRIES ? ESCAPED * limits.nameLength() : 0));
            }
        }
        this.path = (longest + INDEX) * limits.depth();
    }

    static Cost of(Form form, Plan plan, Limits limits) {
        int main = plan.routines().stream().mapToInt(Integer::intValue).min().orElse(plan.code().length);
        Certificate fixed = new Certificate(plan, limits);
        fixed.weigh(0, main, false);
        Certificate run = new Certificate(plan, limits);
        run.weigh(0, main, true);
        run.weigh(main, plan.code().length, false);
        int nodes = nodes(form.root())
                + form.routines().stream().mapToInt(Certificate::nodes).sum();
        return new Cost(nodes, fixed.bytes, run.bytes, ESCAPED, fixed.steps, run.steps);
    }

    /** Weighs the code between two addresses: that outside of loops, or that inside. */
    private void weigh(int start, int end, boolean isInside) {
        int bodyEnd = start;
        for (int at = start; at < end; at += 1 + Op.operands(code[at])) {
            boolean isInBody = at < bodyEnd;
            if (isInBody == isInside || (start > 0 && !isInside)) {
                add(at);
            }
            bodyEnd = Math.max(
                    bodyEnd,
                    switch (code[at]) {
                        case Op.LOOP, Op.ENTRIES -> code[at + 4];
                        case Op.EACH -> code[at + 2];
                        default -> bodyEnd;
                    });
        }
    }

    private void add(int at) {
        steps++;
        bytes += switch (code[at]) {
            case Op.STATIC -> code[at + 2];
            case Op.PATH -> path;
            case Op.POSITION -> INDEX;
            case Op.TEXT, Op.ATTRIBUTE, Op.INSTANT, Op.PIECE -> code[at + 3];
            case Op.FLAG -> code[at + 4];
            case Op.SELECT, Op.PIECE_SELECT -> (long) code[at + 4] + code[at + 6];
            case Op.MARK -> code[at + 3];
            case Op.LOCALE, Op.ASSETS, Op.WORD, Op.CLASSES -> PRESENTATION;
            case Op.PAGER -> PAGER_PARTS * (PRESENTATION + 2L * path);
            case Op.FOCUS -> PRESENTATION;
            case Op.ADDRESS -> PRESENTATION + 2L * path;
            case Op.MESSAGE -> longest(code[at + 1]);
            case Op.WRITE -> COMPUTED;
            case Op.CHART_POINT, Op.CHART_VALUE -> POINT;
            case Op.CHART -> CHART;
            default -> 0;
        };
    }

    /** Bytes of the longest translation. */
    private long longest(int message) {
        Plan.Message texts = plan.messages().get(message);
        return texts.translations().values().stream()
                        .mapToLong(String::length)
                        .reduce(texts.text().length(), Math::max)
                * ESCAPED;
    }

    private static int nodes(Node node) {
        return 1 + Inner.of(node).stream().mapToInt(Certificate::nodes).sum();
    }
}
