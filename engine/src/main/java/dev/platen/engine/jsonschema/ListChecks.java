package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a schema asserts about lists. */
record ListChecks(Checks checks, TypedObject schema) {
    private static final Set<String> KEYWORDS =
            Set.of("items", "prefixItems", "additionalItems", "minItems", "maxItems", "uniqueItems", "contains");

    /** Adds the check of lists, where the schema says anything of them. */
    void addTo(List<Check> all) {
        if (KEYWORDS.stream().noneMatch(schema::has)) {
            return;
        }
        Optional<Value> items = schema.value("items");
        boolean isTuple = items.filter(ArrayValue.class::isInstance).isPresent();
        List<Check> first =
                checks.each(schema, isTuple ? "items" : "prefixItems").orElse(List.of());
        Check rest = checks.at(schema, isTuple ? "additionalItems" : "items");
        boolean isUnique = schema.value("uniqueItems").orElse(null) instanceof BooleanValue unique && unique.isTrue();
        boolean hasContains = schema.has("contains");
        all.add(new Check.Items(
                first,
                rest,
                Assertions.count(schema, "minItems", 0),
                Assertions.count(schema, "maxItems", Integer.MAX_VALUE),
                isUnique,
                hasContains ? checks.at(schema, "contains") : null,
                hasContains ? Assertions.count(schema, "minContains", 1) : 0,
                hasContains ? Assertions.count(schema, "maxContains", Integer.MAX_VALUE) : Integer.MAX_VALUE));
    }
}
