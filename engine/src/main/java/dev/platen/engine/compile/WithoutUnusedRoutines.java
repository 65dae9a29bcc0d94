package dev.platen.engine.compile;

import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Call;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A pass that drops the routines that nothing calls any more. */
final class WithoutUnusedRoutines {
    private final List<Node> routines;
    private final BitSet used = new BitSet();
    private final List<Integer> found = new ArrayList<>();

    private WithoutUnusedRoutines(Form form) {
        this.routines = form.routines();
    }

    static Form of(Form form) {
        WithoutUnusedRoutines pass = new WithoutUnusedRoutines(form);
        pass.find(form.root());
        for (int i = 0; i < pass.found.size(); i++) {
            pass.find(pass.routines.get(pass.found.get(i)));
        }
        return pass.found.size() == pass.routines.size() ? form : pass.reduced(form);
    }

    private void find(Node node) {
        if (node instanceof Call call && !used.get(call.routine())) {
            used.set(call.routine());
            found.add(call.routine());
        }
        Inner.of(node).forEach(this::find);
    }

    /** Routines keep their order, so that dropping one changes nothing else. */
    private Form reduced(Form form) {
        int[] numbers = new int[routines.size()];
        int next = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = next;
            next += used.get(i) ? 1 : 0;
        }
        return Forms.with(
                form,
                renumbered(form.root(), numbers),
                used.stream()
                        .mapToObj(routine -> renumbered(routines.get(routine), numbers))
                        .toList());
    }

    private static Node renumbered(Node node, int[] numbers) {
        return node instanceof Call call
                ? new Call(
                        call.spot(), numbers[call.routine()], call.words(), call.state(), call.isOpen(), call.isBare())
                : Inner.map(node, inner -> renumbered(inner, numbers));
    }
}
