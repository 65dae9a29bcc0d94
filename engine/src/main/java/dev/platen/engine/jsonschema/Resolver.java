package dev.platen.engine.jsonschema;

import dev.platen.engine.dialect.Effect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.jsonschema.Resolution.Broken;
import dev.platen.engine.jsonschema.Resolution.Plain;
import dev.platen.engine.jsonschema.Resolution.Recursive;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** Follows the references of a schema to its end, and tells whether the way leads through a cycle. */
record Resolver(References references, Cycles cycles, Findings findings) {
    /** Follows {@code schema}; the first schema on the way that contains itself is called. */
    Resolution resolve(ObjectValue schema) {
        Optional<ObjectValue> called = Optional.empty();
        Set<ObjectValue> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        ObjectValue merged = schema;
        ObjectValue last = schema;
        while (References.isReference(last)) {
            Optional<ObjectValue> target = references.target(last);
            if (target.isEmpty()) {
                return new Broken();
            }
            if (!visited.add(target.get())) {
                findings.error(
                        schema.place(),
                        "reference-circular",
                        "the reference leads back to itself without a schema on the way; give it one");
                return new Broken();
            }
            findings.did(Effect.REFERENCE_FOLLOWED);
            last = target.get();
            merged = References.merged(merged, last);
            if (called.isEmpty() && cycles.componentOf(last).isPresent()) {
                called = target;
            }
        }
        ObjectValue whole = merged;
        return called.<Resolution>flatMap(
                        target -> cycles.componentOf(target).map(component -> new Recursive(whole, target, component)))
                .orElse(new Plain(whole));
    }
}
