package dev.platen.engine.jsonforms;

import dev.platen.contract.id.SchemaName;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the schemas that scopes point at, as JSON Forms does: where the way ends, it goes on in the combinators. */
final class Scopes {
    private static final String REFERENCE = "$ref";
    private static final int MAX_REFERENCES = 64;
    /** How many schemas are looked at for one scope, at most: combinators can lead in circles. */
    private static final int MAX_VISITS = 2_000;

    private static final List<String> COMBINATORS = List.of("oneOf", "allOf", "anyOf", "then", "else");
    private static final Pattern NUMBERED_COMBINATOR = Pattern.compile("(?:anyOf|allOf|oneOf)/\\d+/");
    private static final Pattern BRANCH = Pattern.compile("(?:then|else)/");

    private final ObjectValue root;
    private final StoredDocuments stored;
    private int visits;

    Scopes(ObjectValue root, StoredDocuments stored) {
        this.root = root;
        this.stored = stored;
    }

    /**
     * A schema with its references followed.
     *
     * @param schema the members of all schemas on the way
     * @param target the last schema that was referred to
     */
    record Resolved(ObjectValue schema, Optional<ObjectValue> target) {}

    /** Names of the members that lead to the value of a scope. */
    static List<String> members(String scope) {
        String plain = BRANCH.matcher(NUMBERED_COMBINATOR.matcher(scope).replaceAll(""))
                .replaceAll("");
        String[] steps = plain.split("/", -1);
        boolean isAbsolute = steps[0].equals("#") || steps[0].isEmpty();
        List<String> members = new ArrayList<>();
        for (int i = isAbsolute ? 2 : 1; i < steps.length; i += 2) {
            members.add(decoded(steps[i]));
        }
        return members;
    }

    /** The last step of a scope, decoded. */
    static String lastStep(String scope) {
        return decoded(scope.substring(scope.lastIndexOf('/') + 1));
    }

    /** The scope of the schema around the one that a scope names. */
    static Optional<String> around(String scope) {
        int last = scope.lastIndexOf('/');
        int previous = last < 0 ? -1 : scope.lastIndexOf('/', last - 1);
        return previous < 0 ? Optional.empty() : Optional.of(scope.substring(0, previous));
    }

    /** The schema that the scope names, seen from {@code schema}. */
    Optional<ObjectValue> find(ObjectValue schema, String scope) {
        visits = 0;
        return walk(schema, steps(scope), 0).map(found -> (ObjectValue) found);
    }

    /** The schema that the scope names, as it is written; the way there is a plain one. */
    Optional<ObjectValue> written(ObjectValue schema, String scope) {
        String before = around(scope).orElse("");
        boolean isMember = scope.startsWith(before + "/properties/");
        return isMember && !before.isEmpty()
                ? find(schema, before)
                        .flatMap(parent -> parent.member("properties"))
                        .flatMap(properties -> step(properties, lastStep(scope)))
                        .filter(ObjectValue.class::isInstance)
                        .map(ObjectValue.class::cast)
                : Optional.of(schema).filter(root -> steps(scope).isEmpty());
    }

    /** Follows the references of a schema; one that leads nowhere, or in a circle, stays unanswered. */
    Resolved resolved(ObjectValue schema) {
        ObjectValue merged = schema;
        Optional<ObjectValue> target = Optional.empty();
        Optional<ObjectValue> next = target(schema);
        for (int i = 0; i < MAX_REFERENCES && next.isPresent(); i++) {
            target = next;
            merged = merged(merged, next.get());
            next = target(next.get());
        }
        return new Resolved(merged, target);
    }

    private Optional<ObjectValue> target(ObjectValue schema) {
        return schema.members().get(REFERENCE) instanceof StringValue reference ? pointed(reference) : Optional.empty();
    }

    private Optional<ObjectValue> pointed(StringValue reference) {
        int fragment = reference.text().indexOf('#');
        Optional<ObjectValue> document = fragment == 0
                ? stored.schemaAround(reference.place()).or(() -> Optional.of(root))
                : SchemaName.referredTo(reference.text())
                        .flatMap(name -> stored.schema(name.value(), reference.place()));
        List<String> steps = fragment < 0 ? List.of() : steps(reference.text().substring(fragment));
        return document.flatMap(schema -> pointed(schema, steps));
    }

    private static Optional<ObjectValue> pointed(ObjectValue schema, List<String> steps) {
        Optional<Value> at = Optional.of(schema);
        for (String step : steps) {
            at = at.flatMap(value -> step(value, step));
        }
        return at.filter(ObjectValue.class::isInstance).map(ObjectValue.class::cast);
    }

    private Optional<Value> walk(Value value, List<String> steps, int depth) {
        if (++visits > MAX_VISITS || depth > MAX_REFERENCES || !(value instanceof ObjectValue object)) {
            return Optional.empty();
        }
        ObjectValue schema = resolved(object).schema();
        return steps.isEmpty()
                ? Optional.of(schema)
                : direct(schema, steps, depth).or(() -> combined(schema, steps, depth));
    }

    /** One step, or two where the first does not lead to a schema but to several. */
    private Optional<Value> direct(ObjectValue schema, List<String> steps, int depth) {
        Optional<Value> first = schema.member(steps.getFirst());
        if (first.isEmpty() || steps.size() == 1) {
            return first.flatMap(value -> walk(value, List.of(), depth + 1));
        }
        boolean isSchema = steps.getFirst().equals("items") && first.get() instanceof ObjectValue;
        return isSchema || COMBINATORS.indexOf(steps.getFirst()) > 2
                ? walk(first.get(), steps.subList(1, steps.size()), depth + 1)
                : step(first.get(), steps.get(1))
                        .flatMap(value -> walk(value, steps.subList(2, steps.size()), depth + 1));
    }

    private Optional<Value> combined(ObjectValue schema, List<String> steps, int depth) {
        for (String combinator : COMBINATORS) {
            Optional<Value> value = schema.member(combinator);
            List<Value> branches = value.map(
                            found -> found instanceof ArrayValue array ? array.items() : List.of(found))
                    .orElse(List.of());
            for (Value branch : branches) {
                Optional<Value> found = walk(branch, steps, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
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

    /** The steps of a scope; those that are empty or the root itself lead nowhere. */
    private static List<String> steps(String scope) {
        List<String> steps = new ArrayList<>();
        for (String step : scope.split("/", -1)) {
            if (!step.isEmpty() && !step.equals("#")) {
                steps.add(decoded(step));
            }
        }
        return steps;
    }

    private static String decoded(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    /** The members of both; those beside the reference win. */
    private static ObjectValue merged(ObjectValue schema, ObjectValue target) {
        Map<String, Value> members = new LinkedHashMap<>(target.members());
        members.remove(REFERENCE);
        schema.members().forEach((name, value) -> {
            if (!name.equals(REFERENCE)) {
                members.put(name, value);
            }
        });
        return new ObjectValue(schema.place(), members);
    }
}
