package dev.platen.engine.component;

import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import java.util.List;

/**
 * A component of the library.
 *
 * @param properties what it can be given
 * @param builder how it is put together
 */
record Blueprint(List<Property> properties, Builder builder) {
    Blueprint {
        properties = List.copyOf(properties);
    }

    List<String> names() {
        return properties.stream().map(Property::name).toList();
    }

    /** How a component is put together. */
    @FunctionalInterface
    interface Builder {
        List<Node> build(Props props, List<Value> children, Placement at, Mapping mapping);
    }
}
