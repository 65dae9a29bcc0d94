package dev.platen.engine.jsonschema;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Resolves references within one schema document; nothing is ever loaded from elsewhere. */
final class References {
    static final String KEYWORD = "$ref";

    private final ObjectValue root;
    private final Findings findings;
    private final Map<String, Optional<ObjectValue>> resolved = new HashMap<>();

    References(ObjectValue root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    /** The schema that {@code schema} refers to, or empty where it refers to none or to one that does not exist. */
    Optional<ObjectValue> target(ObjectValue schema) {
        Optional<Value> reference = schema.member(KEYWORD);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        if (!(reference.get() instanceof StringValue text)) {
            findings.error(
                    reference.get().place(),
                    TypedObject.WRONG_TYPE,
                    "'$ref' must be a string, found %s"
                            .formatted(reference.get().kind()));
            return Optional.empty();
        }
        return resolved.computeIfAbsent(text.text(), key -> resolve(text));
    }

    /** The members of both; those beside the reference win. */
    static ObjectValue merged(ObjectValue schema, ObjectValue target) {
        Map<String, Value> members = new LinkedHashMap<>(target.members());
        schema.members().forEach((name, value) -> {
            if (!name.equals(KEYWORD)) {
                members.put(name, value);
            }
        });
        if (!target.members().containsKey(KEYWORD)) {
            members.remove(KEYWORD);
        }
        return new ObjectValue(schema.place(), members);
    }

    /** A reference to the root, for a root that contains itself. */
    static ObjectValue toRoot(ObjectValue root) {
        return new ObjectValue(root.place(), Map.of(KEYWORD, new StringValue(root.place(), "#")));
    }

    private Optional<ObjectValue> resolve(StringValue reference) {
        String text = reference.text();
        if (!text.equals("#") && !text.startsWith("#/")) {
            findings.error(
                    reference.place(),
                    "reference-not-local",
                    "a reference must point into the same document (#/…), found '%s'; move the schema into $defs"
                            .formatted(text));
            return Optional.empty();
        }
        Optional<Value> found = find(text.substring(1));
        if (found.isPresent() && found.get() instanceof BooleanValue any) {
            return Optional.of(new ObjectValue(any.place(), Map.of()));
        }
        if (found.isEmpty() || !(found.get() instanceof ObjectValue object)) {
            findings.error(
                    reference.place(),
                    "reference-dangling",
                    "the reference '%s' leads to %s; point it to a schema"
                            .formatted(text, found.map(Value::kind).orElse("nothing")));
            return Optional.empty();
        }
        return Optional.of(object);
    }

    private Optional<Value> find(String pointer) {
        Value at = root;
        if (pointer.isEmpty()) {
            return Optional.of(at);
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            Optional<Value> next = step(at, decoded(step));
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    private static Optional<Value> step(Value at, String step) {
        return switch (at) {
            case ObjectValue object -> object.member(step);
            case ArrayValue array ->
                step.matches("0|[1-9][0-9]{0,8}")
                                && Integer.parseInt(step) < array.items().size()
                        ? Optional.of(array.items().get(Integer.parseInt(step)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A pointer in a fragment is percent-encoded around its own escapes. */
    private static String decoded(String step) {
        String plain = step;
        if (step.indexOf('%') >= 0) {
            try {
                plain = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                plain = step; // a bare percent sign stands for itself
            }
        }
        return plain.replace("~1", "/").replace("~0", "~");
    }
}
