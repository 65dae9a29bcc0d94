package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.List;
import java.util.Optional;

/**
 * A schema without references and {@code allOf}.
 *
 * @param schema what holds in any case
 * @param conditionals what holds under conditions, in order
 * @param inlined the recursive schemas that were put in place of references
 * @param repeated the schema that would have been put in place of itself; nothing else is worth mapping then
 */
record Flat(
        ObjectValue schema, List<Conditional> conditionals, List<ObjectValue> inlined, Optional<ObjectValue> repeated) {
    /**
     * What holds under a condition.
     *
     * @param check the condition, of the value that the schema is about
     * @param schema what holds then, flat
     * @param opposite what holds where the condition does not; empty for nothing
     */
    record Conditional(Check check, ObjectValue schema, ObjectValue opposite) {}
}
