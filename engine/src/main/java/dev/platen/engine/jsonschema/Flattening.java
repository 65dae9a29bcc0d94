package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.engine.dialect.Effect;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.jsonschema.Flat.Conditional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts schemas in place of references, merges {@code allOf} and sets apart what holds under conditions. */
final class Flattening {
    private static final Set<String> CONDITIONAL =
            Set.of("allOf", "if", "then", "else", "dependencies", "dependentSchemas", "dependentRequired");
    /** How many schemas one schema may be merged from. */
    private static final int MAX_MERGES = 2_000;

    private final References references;
    private final Cycles cycles;
    private final Checks checks;
    private final Intersection intersection;
    private final Set<ObjectValue> active;
    private final List<Conditional> conditionals = new ArrayList<>();
    private final List<ObjectValue> inlined = new ArrayList<>();
    private int merges;
    private @Nullable ObjectValue repeated;

    Flattening(
            References references, Cycles cycles, Checks checks, Intersection intersection, Set<ObjectValue> active) {
        this.references = references;
        this.cycles = cycles;
        this.checks = checks;
        this.intersection = intersection;
        this.active = active;
    }

    /** Flattens one schema; a flattening is used once. */
    Flat of(ObjectValue schema) {
        ObjectValue flat = flat(schema, Check.ANYTHING, newPath());
        return new Flat(flat, conditionals, inlined, Optional.ofNullable(repeated));
    }

    private static Set<ObjectValue> newPath() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private ObjectValue flat(ObjectValue schema, Check under, Set<ObjectValue> path) {
        merges++;
        ObjectValue whole = resolved(schema, path);
        ObjectValue merged = without(whole, CONDITIONAL);
        if (merges <= MAX_MERGES && whole.members().get("allOf") instanceof ArrayValue all) {
            for (Value part : all.items()) {
                if (part instanceof ObjectValue object) {
                    intersection.findings().did(Effect.MERGED);
                    merged = intersection.of(merged, flat(object, under, path));
                }
            }
        }
        if (merges <= MAX_MERGES) {
            condition(whole, under, path);
            dependencies(whole, under, path);
        }
        return merged;
    }

    /** Follows references; a recursive schema is put in place once on the way down, and called the second time. */
    private ObjectValue resolved(ObjectValue schema, Set<ObjectValue> path) {
        ObjectValue merged = schema;
        ObjectValue last = schema;
        while (References.isReference(last)) {
            Optional<ObjectValue> target = references.target(last);
            if (target.isEmpty()) {
                return without(merged, Set.of());
            }
            intersection.findings().did(Effect.REFERENCE_FOLLOWED);
            last = target.get();
            boolean isRecursive = cycles.componentOf(last).isPresent();
            if (active.contains(last) || (isRecursive && !path.add(last))) {
                repeated = last;
                return References.merged(merged, new ObjectValue(last.place(), Map.of()));
            }
            if (isRecursive) {
                inlined.add(last);
            }
            merged = References.merged(merged, References.withoutReference(last));
        }
        return merged;
    }

    private void condition(ObjectValue schema, Check under, Set<ObjectValue> path) {
        Value condition = schema.members().get("if");
        if (condition == null || !(hasObject(schema, "then") || hasObject(schema, "else"))) {
            return;
        }
        Check check = checks.of(condition);
        add(under, check, object(schema, "then"), object(schema, "else"), path);
    }

    private void add(Check under, Check check, ObjectValue then, ObjectValue otherwise, Set<ObjectValue> path) {
        intersection.findings().did(Effect.CONDITION_SET_APART);
        Check whole = both(under, check);
        int at = conditionals.size();
        ObjectValue positive = flat(then, whole, path);
        boolean isPlain = under.equals(Check.ANYTHING);
        ObjectValue negative =
                otherwise.members().isEmpty() ? otherwise : flat(otherwise, both(under, new Check.Not(check)), path);
        if (isPlain || negative.members().isEmpty()) {
            conditionals.add(at, new Conditional(whole, positive, negative));
            return;
        }
        ObjectValue none = new ObjectValue(negative.place(), Map.of());
        conditionals.add(at, new Conditional(both(under, new Check.Not(check)), negative, none));
        conditionals.add(at, new Conditional(whole, positive, none));
    }

    private static Check both(Check first, Check second) {
        return first.equals(Check.ANYTHING) ? second : new Check.All(List.of(first, second));
    }

    private void dependencies(ObjectValue schema, Check under, Set<ObjectValue> path) {
        for (String keyword : List.of("dependencies", "dependentRequired", "dependentSchemas")) {
            if (schema.members().get(keyword) instanceof ObjectValue dependencies) {
                dependencies.members().forEach((name, value) -> dependency(name, value, under, path));
            }
        }
    }

    private void dependency(String name, Value value, Check under, Set<ObjectValue> path) {
        Check isThere = ObjectChecks.requiring(List.of(name));
        ObjectValue none = new ObjectValue(value.place(), Map.of());
        if (value instanceof ArrayValue) {
            add(under, isThere, new ObjectValue(value.place(), Map.of("required", value)), none, path);
        }
        if (!(value instanceof ObjectValue object)) {
            return;
        }
        ObjectValue whole = resolved(object, path);
        add(under, isThere, without(whole, Set.of("oneOf")), none, path);
        if (whole.members().get("oneOf") instanceof ArrayValue branches) {
            branches.items().forEach(branch -> branch(name, branch, both(under, isThere), path));
        }
    }

    /** A branch that names the member on which it depends holds where the member is as the branch says. */
    private void branch(String name, Value value, Check under, Set<ObjectValue> path) {
        if (!(value instanceof ObjectValue object)) {
            return;
        }
        ObjectValue branch = resolved(object, path);
        if (branch.members().get("properties") instanceof ObjectValue properties
                && properties.members().containsKey(name)) {
            Value member = properties.members().getOrDefault(name, properties);
            Check fits = new Check.Members(
                    Map.of(name, checks.of(member)),
                    List.of(name),
                    Map.of(),
                    Check.ANYTHING,
                    null,
                    0,
                    Integer.MAX_VALUE);
            Map<String, Value> members = new LinkedHashMap<>(branch.members());
            members.put("properties", without(properties, Set.of(name)));
            ObjectValue none = new ObjectValue(branch.place(), Map.of());
            add(under, fits, new ObjectValue(branch.place(), members), none, path);
        }
    }

    private static boolean hasObject(ObjectValue schema, String keyword) {
        return schema.members().get(keyword) instanceof ObjectValue;
    }

    private static ObjectValue object(ObjectValue schema, String keyword) {
        return schema.members().get(keyword) instanceof ObjectValue object
                ? object
                : new ObjectValue(schema.place(), Map.of());
    }

    private static ObjectValue without(ObjectValue schema, Set<String> names) {
        Map<String, Value> members = new LinkedHashMap<>(schema.members());
        members.keySet().removeAll(names);
        References.KEYWORDS.forEach(members::remove);
        return new ObjectValue(schema.place(), members);
    }
}
