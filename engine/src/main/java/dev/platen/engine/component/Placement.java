package dev.platen.engine.component;

import dev.platen.engine.expression.Bindings;
import dev.platen.engine.expression.Bindings.Argument;
import dev.platen.engine.ir.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is around a component.
 *
 * @param bindings what expressions can name
 * @param slots what the user of a component put into it, by name of the slot
 * @param level of the next heading, from 1 to 6
 * @param within names of the document's own components that are around, the innermost last
 */
record Placement(Bindings bindings, Map<String, List<Node>> slots, int level, List<String> within) {
    static final Placement PAGE = new Placement(Bindings.NONE, Map.of(), 1, List.of());

    private static final int LOWEST = 6;

    Placement {
        slots = Map.copyOf(slots);
        within = List.copyOf(within);
    }

    Placement inLoop() {
        return new Placement(bindings.inLoop(), slots, level, within);
    }

    /** For one item of a list that is written out. */
    Placement at(Argument item, int index) {
        return new Placement(bindings.at(item, index), slots, level, within);
    }

    /** Under a heading. */
    Placement below() {
        return new Placement(bindings, slots, Math.min(LOWEST, level + 1), within);
    }

    Placement inside(String component, Bindings given, Map<String, List<Node>> filled) {
        List<String> around = new ArrayList<>(within);
        around.add(component);
        return new Placement(given, filled, level, around);
    }
}
