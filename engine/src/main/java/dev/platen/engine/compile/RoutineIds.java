package dev.platen.engine.compile;

import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Repeat;
import java.util.HashSet;
import java.util.Set;

/**
 * What the ids begin with that a routine adds to the id of its call.
 *
 * @param beginnings ids of the parts directly within it, their numbers blurred
 */
record RoutineIds(Set<String> beginnings) {
    static RoutineIds of(Node routine) {
        Set<String> beginnings = new HashSet<>();
        collect(routine, beginnings);
        return new RoutineIds(Set.copyOf(beginnings));
    }

    private static void collect(Node node, Set<String> beginnings) {
        if (node instanceof Repeat) {
            beginnings.add("_" + IdRegister.INDEX);
            return;
        }
        for (Node inner : Inner.of(node)) {
            if (inner.spot().id().isEmpty()) {
                collect(inner, beginnings);
            } else {
                beginnings.add(IdRegister.blur(inner.spot().id()));
            }
        }
    }

    /** Whether the routine can add {@code rest}, judged by its beginning. */
    boolean canAdd(String rest) {
        for (int end = rest.indexOf('_', 1); end > 0; end = rest.indexOf('_', end + 1)) {
            if (beginnings.contains(rest.substring(0, end))) {
                return true;
            }
        }
        return beginnings.contains(rest);
    }
}
