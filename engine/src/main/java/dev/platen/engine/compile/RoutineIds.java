package dev.platen.engine.compile;

import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the ids begin with that a routine adds to the id of its call.
 *
 * @param beginnings ids of the parts directly within it, their numbers blurred
 */
record RoutineIds(Set<String> beginnings) {
    static RoutineIds of(Node routine) {
        return new RoutineIds(
                switch (routine) {
                    case Section section ->
                        section.children().stream()
                                .map(child -> IdRegister.blur(child.spot().id()))
                                .collect(Collectors.toUnmodifiableSet());
                    case Repeat repeat -> Set.of("_" + IdRegister.INDEX);
                    case Field field -> Set.of();
                    case Call call -> Set.of();
                    case Notice notice -> Set.of();
                });
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
