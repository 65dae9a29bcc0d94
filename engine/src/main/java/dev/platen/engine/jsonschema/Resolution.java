package dev.platen.engine.jsonschema;

import dev.platen.engine.json.Value.ObjectValue;

/** What stands for a schema once its references are followed. */
sealed interface Resolution {
    /**
     * A schema without references.
     *
     * @param schema the members of all schemas on the way
     */
    record Plain(ObjectValue schema) implements Resolution {}

    /**
     * A schema that contains itself.
     *
     * @param schema the members of all schemas on the way
     * @param target the schema that is called
     * @param component the cycle that it belongs to
     */
    record Recursive(ObjectValue schema, ObjectValue target, int component) implements Resolution {}

    /** Nothing; the reason is among the findings. */
    record Broken() implements Resolution {}
}
