package dev.platen.engine.jsonforms;

import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schemas that contain themselves, in the order in which they were first called. */
final class Routines {
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<ObjectValue> schemas = new ArrayList<>();

    /** The index of a schema, which its place in the document tells from others. */
    int indexOf(ObjectValue schema) {
        return indexes.computeIfAbsent(schema.place().pointer(), place -> {
            schemas.add(schema);
            return schemas.size() - 1;
        });
    }

    /** The schemas that were called so far. */
    List<ObjectValue> schemas() {
        return schemas;
    }
}
