package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a schema asserts about objects. */
record ObjectChecks(Checks checks, TypedObject schema) {
    private static final Set<String> KEYWORDS = Set.of(
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "required",
            "minProperties",
            "maxProperties");

    /** Adds the checks of objects, where the schema says anything of them. */
    void addTo(List<Check> all) {
        if (KEYWORDS.stream().anyMatch(schema::has)) {
            all.add(members());
        }
        dependencies(all);
    }

    private Check members() {
        Map<String, Check> patterns = new LinkedHashMap<>();
        boolean[] isComplete = {true};
        checks.named(schema, "patternProperties").forEach((pattern, check) -> {
            var translated = Assertions.pattern(schema, schema.place(), pattern);
            translated.ifPresent(text -> patterns.put(text, check));
            isComplete[0] &= translated.isPresent();
        });
        // without all patterns nothing can be said of the members that no other keyword names
        Check rest = isComplete[0] ? checks.at(schema, "additionalProperties") : Check.ANYTHING;
        return new Check.Members(
                checks.named(schema, "properties"),
                texts(schema.value("required").orElse(null)),
                patterns,
                rest,
                schema.has("propertyNames") ? checks.at(schema, "propertyNames") : null,
                Assertions.count(schema, "minProperties", 0),
                Assertions.count(schema, "maxProperties", Integer.MAX_VALUE));
    }

    private void dependencies(List<Check> all) {
        for (String keyword : List.of("dependencies", "dependentSchemas", "dependentRequired")) {
            if (schema.value(keyword).orElse(null) instanceof ObjectValue dependencies) {
                Map<String, Check> dependent = new LinkedHashMap<>();
                dependencies.members().forEach((name, value) -> dependent.put(name, dependent(value)));
                all.add(new Check.Dependent(dependent));
            }
        }
    }

    private Check dependent(Value value) {
        return switch (value) {
            case ArrayValue names -> requiring(texts(names));
            case StringValue name -> requiring(List.of(name.text()));
            default -> checks.of(value);
        };
    }

    /** Holds for objects with these members. */
    static Check requiring(List<String> names) {
        return new Check.Members(Map.of(), names, Map.of(), Check.ANYTHING, null, 0, Integer.MAX_VALUE);
    }

    /** The strings of a list; nothing of anything else. */
    static List<String> texts(@Nullable Value value) {
        return value instanceof ArrayValue list
                ? list.items().stream()
                        .filter(StringValue.class::isInstance)
                        .map(item -> ((StringValue) item).text())
                        .toList()
                : List.of();
    }
}
