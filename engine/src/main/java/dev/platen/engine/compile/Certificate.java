package dev.platen.engine.compile;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.file.FileUrl;
import dev.platen.engine.ir.Form;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Weighs a plan by walking its code once: every instruction is counted as if it wrote all that it can, a run as if it
 * executed every loop body and routine there is. The bound is generous, and never too small. What is wrong with the data is
 * not part of it: errors are given beside the data.
 */
final class Certificate {
    /** An apostrophe becomes five bytes, and nothing else grows more. */
    static final int ESCAPED = 5;
    /** Digits of an index or a position, and the separator. */
    private static final int INDEX = 11;
    /** Longest locale and longest address of a stylesheet that a renderer writes. */
    private static final int PRESENTATION = 512;
    /** Controls that lead to other pages of a list. */
    private static final int PAGER_PARTS = 16;

    /** What one point, and each of its values, adds to a chart: a mark, its coordinates and its name, twice. */
    private static final int POINT = 2048;
    /** Axis and frame of a chart. */
    private static final int CHART = 4096;

    private final Plan plan;
    private final int[] code;
    private final int key;
    private final int path;
    private final Sum fixed = new Sum();
    private final Sum run = new Sum();
    private final ValueSlots slots = new ValueSlots();

    private Certificate(Plan plan, Limits limits) {
        this.plan = plan;
        this.code = plan.code();
        this.key = ESCAPED * limits.nameLength();
        int longest = 0;
        for (int at = 0; at < code.length; at += 1 + Op.operands(code[at])) {
            if (code[at] == Op.LOOP || code[at] == Op.CALL || code[at] == Op.ENTRIES) {
                longest = Math.max(longest, code[at + 3] + (code[at] == Op.ENTRIES ? key : 0));
            }
        }
        this.path = (longest + INDEX) * limits.depth();
    }

    static Cost of(Form form, Plan plan, Limits limits) {
        Certificate certificate = new Certificate(plan, limits);
        certificate.weigh();
        Sum fixed = certificate.fixed;
        Sum run = certificate.run;
        return new Cost(
                Forms.parts(form),
                fixed.bytes,
                run.bytes,
                ESCAPED * (certificate.slots.most() + fixed.copies),
                ESCAPED * run.copies,
                fixed.steps,
                run.steps);
    }

    /** What is in a routine or in the body of a loop belongs to the runs. */
    private void weigh() {
        int main = plan.routines().stream().mapToInt(Integer::intValue).min().orElse(code.length);
        Deque<Integer> bodyEnds = new ArrayDeque<>();
        int eachEnd = 0;
        for (int at = 0; at < code.length; at += 1 + Op.operands(code[at])) {
            while (!bodyEnds.isEmpty() && bodyEnds.peek() <= at) {
                bodyEnds.pop();
            }
            add(at, bodyEnds.isEmpty() && at < main ? fixed : run);
            slots.add(code, at);
            if (at < eachEnd && ValueSlots.isSlot(code[at])) {
                run.copies++; // the current value is the same each time
            }
            switch (code[at]) {
                case Op.LOOP, Op.ENTRIES -> bodyEnds.push(code[at + 4]);
                case Op.EACH -> {
                    bodyEnds.push(code[at + 2]);
                    eachEnd = Math.max(eachEnd, code[at + 2]);
                }
                default -> {} // nothing else is repeated
            }
        }
    }

    private void add(int at, Sum sum) {
        sum.steps++;
        sum.bytes += switch (code[at]) {
            case Op.STATIC -> code[at + 2];
            case Op.PATH -> path;
            case Op.KEY -> key;
            case Op.POSITION -> INDEX;
            case Op.TEXT, Op.ATTRIBUTE, Op.INSTANT, Op.PIECE -> code[at + 3];
            case Op.FLAG -> code[at + 4];
            case Op.SELECT, Op.PIECE_SELECT -> (long) code[at + 4] + code[at + 6];
            case Op.MARK -> code[at + 3];
            case Op.LOCALE, Op.TARGET, Op.ASSETS, Op.WORD, Op.CLASSES -> PRESENTATION;
            case Op.PAGER -> PAGER_PARTS * (PRESENTATION + 2L * path);
            case Op.FOCUS -> PRESENTATION;
            case Op.ADDRESS -> PRESENTATION + 2L * path;
            case Op.MESSAGE -> longest(code[at + 1]);
            case Op.FILE_NAME -> (long) ESCAPED * FileUrl.MAX_NAME;
            case Op.FILE_SIZE -> INDEX;
            case Op.CHART_POINT, Op.CHART_VALUE -> POINT;
            case Op.CHART -> CHART;
            default -> 0;
        };
        if (code[at] == Op.WRITE) {
            Written written = Written.of(plan.expressions().get(code[at + 1]));
            sum.bytes += written.bytes();
            sum.copies += written.copies();
        }
    }

    /** Bytes of the longest translation. */
    private long longest(int message) {
        Plan.Message texts = plan.messages().get(message);
        return texts.translations().values().stream()
                        .mapToLong(String::length)
                        .reduce(texts.text().length(), Math::max)
                * ESCAPED;
    }

    /** What instructions take together. */
    private static final class Sum {
        private long bytes;
        private long steps;
        private int copies;
    }
}
