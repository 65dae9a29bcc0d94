package dev.platen.engine.compile;

import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Alternatives;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Each;
import dev.platen.engine.ir.Node.Entries;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.When;
import java.util.Arrays;
import java.util.List;

/**
 * How many parts are shown where there is no data. Parts that contain themselves are kept once and shown often: a form
 * that is small on paper can be endless on the page.
 */
final class Unfolding {
    /** More than any limit; also stands for a routine that is being counted, and so for one that would never end. */
    private static final long ENDLESS = Integer.MAX_VALUE;

    private static final long UNKNOWN = -1;

    private final List<Node> routines;
    private final long[] counts;

    private Unfolding(Form form) {
        this.routines = form.routines();
        this.counts = new long[routines.size()];
        Arrays.fill(counts, UNKNOWN);
    }

    /** The larger of what the form shows and what one item of any of its lists does. */
    static long parts(Form form) {
        Unfolding unfolding = new Unfolding(form);
        long most = unfolding.count(form.root());
        for (int i = 0; i < unfolding.counts.length; i++) {
            most = Math.max(most, unfolding.routine(i));
        }
        return most;
    }

    private long routine(int index) {
        if (counts[index] == UNKNOWN) {
            counts[index] = ENDLESS;
            counts[index] = count(routines.get(index));
        }
        return counts[index];
    }

    private long count(Node node) {
        return switch (node) {
            case Repeat repeat -> count(repeat.fixed()) + count(repeat.initial());
            case Alternatives alternatives ->
                1
                        + alternatives.branches().stream()
                                .mapToLong(branch -> count(branch.node()))
                                .max()
                                .orElse(0);
            case When when -> Math.max(count(when.then()), count(when.otherwise()));
            case Entries entries -> 1;
            case Each each -> count(each.otherwise());
            case Call call -> call.isOpen() ? 1 + routine(call.routine()) : 1;
            default -> count(Inner.of(node));
        };
    }

    private long count(List<Node> nodes) {
        long sum = 1;
        for (Node node : nodes) {
            sum = Math.min(ENDLESS, sum + count(node));
        }
        return sum;
    }
}
