package dev.platen.engine.jsonschema;

import dev.platen.engine.json.Value;
import java.util.Set;

/** Warns of keywords that say something about the form which it does not show. */
final class Unsupported {
    private static final Set<String> UNSUPPORTED = Set.of(
            "allOf",
            "anyOf",
            "oneOf",
            "if",
            "dependencies",
            "dependentSchemas",
            "dependentRequired",
            "patternProperties",
            "prefixItems",
            "additionalItems",
            "contains",
            "unevaluatedProperties",
            "unevaluatedItems",
            "$dynamicRef",
            "$recursiveRef",
            "examples");

    private Unsupported() {}

    static void warn(TypedObject schema) {
        boolean hasConstants = !Choices.alternatives(schema).isEmpty();
        for (String name : schema.object().members().keySet()) {
            boolean isChoice = hasConstants && (name.equals("oneOf") || name.equals("anyOf"));
            if (UNSUPPORTED.contains(name) && !isChoice) {
                warn(schema, name);
            }
        }
        if (schema.value("additionalProperties").orElse(null) instanceof Value.ObjectValue) {
            warn(schema, "additionalProperties");
        }
    }

    private static void warn(TypedObject schema, String name) {
        schema.value(name).ifPresent(value -> schema.findings()
                .warning(
                        value.place(),
                        "keyword-without-control",
                        "'%s' does not shape the form yet; data is validated with it all the same".formatted(name)));
    }
}
