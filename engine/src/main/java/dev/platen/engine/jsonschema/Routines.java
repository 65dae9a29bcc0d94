package dev.platen.engine.jsonschema;

import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The schemas that are called, in the order in which they were first called. */
final class Routines {
    private final IdentityHashMap<ObjectValue, Integer> indexes = new IdentityHashMap<>();
    private final List<Routine> all = new ArrayList<>();

    int indexOf(ObjectValue schema, int component) {
        return indexes.computeIfAbsent(schema, called -> {
            all.add(new Routine(called, component));
            return all.size() - 1;
        });
    }

    int size() {
        return all.size();
    }

    Routine get(int index) {
        return all.get(index);
    }

    /** A schema that is called. */
    record Routine(ObjectValue schema, int component) {}
}
