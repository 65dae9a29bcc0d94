package dev.platen.engine.component;

import dev.platen.engine.dialect.Effect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The components that a document defines, and what references in it lead to. */
final class Definitions {
    private final String name;
    private final ObjectValue document;
    private final Map<String, Value> named;
    private final Findings findings;
    private final Set<String> used = new HashSet<>();

    /**
     * The definitions of one document.
     *
     * @param name under which it is stored; empty for the one that is compiled
     */
    Definitions(String name, ObjectValue document, Findings findings) {
        this.name = name;
        this.document = document;
        this.findings = findings;
        this.named = document.member("$defs").orElse(null) instanceof ObjectValue object ? object.members() : Map.of();
    }

    Set<String> names() {
        return named.keySet();
    }

    /** What tells a component from those of the same name in other documents. */
    String qualified(String component) {
        return name.isEmpty() ? component : name + "/" + component;
    }

    /** The component of this name. */
    Optional<ObjectValue> component(String name) {
        used.add(name);
        return named.get(name) instanceof ObjectValue object ? Optional.of(object) : Optional.empty();
    }

    /** What a pointer into this document, which is the end of a reference, leads to; anything but a component is a finding. */
    Optional<ObjectValue> target(Value reference, String pointer) {
        if (at(pointer).orElse(null) instanceof ObjectValue object) {
            findings.did(Effect.REFERENCE_FOLLOWED);
            return Optional.of(object);
        }
        unresolved(reference);
        return Optional.empty();
    }

    /** Tells the author that a reference leads to no component. */
    void unresolved(Value reference) {
        findings.error(
                reference.place(),
                "unresolved-reference",
                "'$ref' must lead to a component of this document, such as '#/$defs/name', or be the name of a stored one, found %s"
                        .formatted(reference instanceof StringValue text ? "'" + text.text() + "'" : reference.kind()));
    }

    private Optional<Value> at(String pointer) {
        Value value = document;
        if (pointer.isEmpty()) {
            return Optional.of(value);
        }
        String[] steps = pointer.split("/", -1);
        if (!steps[0].isEmpty()) {
            return Optional.empty();
        }
        for (String raw : List.of(steps).subList(1, steps.length)) {
            Optional<Value> next = step(value, raw.replace("~1", "/").replace("~0", "~"));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            value = next.get();
        }
        if (steps.length > 2 && steps[1].equals("$defs")) {
            used.add(steps[2].replace("~1", "/").replace("~0", "~"));
        }
        return Optional.of(value);
    }

    private static Optional<Value> step(Value value, String step) {
        return switch (value) {
            case ObjectValue object -> object.member(step);
            case ArrayValue array ->
                step.matches("[0-9]{1,6}")
                        ? array.items().stream().skip(Integer.parseInt(step)).findFirst()
                        : Optional.empty();
            case StringValue _, Value.NumberValue _, Value.BooleanValue _, Value.NullValue _ -> Optional.empty();
        };
    }

    /** Tells the author what is defined and never used. */
    void reportUnused() {
        named.forEach((name, value) -> {
            if (!used.contains(name)) {
                findings.warning(value.place(), "unused-definition", "'%s' is never used; remove it".formatted(name));
            }
        });
    }
}
