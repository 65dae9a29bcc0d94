package dev.platen.engine.jsonschema;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schema that says what two schemas say together, keyword by keyword. Where they contradict each other the first one
 * counts, with a warning; of annotations, the first one counts.
 */
record Intersection(Findings findings) {
    /** What both say. */
    ObjectValue of(ObjectValue first, ObjectValue second) {
        Map<String, Value> members = new LinkedHashMap<>(first.members());
        second.members().forEach((name, value) -> members.merge(name, value, (left, right) -> both(name, left, right)));
        return new ObjectValue(first.place(), members);
    }

    private Value both(String keyword, Value left, Value right) {
        return switch (keyword) {
            case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas" -> named(left, right);
            case "required" -> union(left, right);
            case "type" -> types(left, right);
            case "enum" -> common(left, right);
            case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties" -> limit(left, right, 1);
            case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties" -> limit(left, right, -1);
            case "items", "additionalItems", "additionalProperties", "propertyNames", "contains" -> schema(left, right);
            case "readOnly", "uniqueItems", "deprecated" ->
                left instanceof BooleanValue bool && bool.isTrue() ? left : right;
            case "const", "oneOf", "anyOf" -> contradiction(keyword, left, right);
            default -> left;
        };
    }

    private Value contradiction(String keyword, Value left, Value right) {
        if (!Constants.of(left).equals(Constants.of(right))) {
            findings.warning(
                    right.place(),
                    "all-of-conflict",
                    "'%s' is given twice for the same value, the first counts; say it once".formatted(keyword));
        }
        return left;
    }

    private Value named(Value left, Value right) {
        if (!(left instanceof ObjectValue first && right instanceof ObjectValue second)) {
            return left;
        }
        Map<String, Value> members = new LinkedHashMap<>(first.members());
        second.members().forEach((name, value) -> members.merge(name, value, this::schema));
        return new ObjectValue(first.place(), members);
    }

    /** Both schemas at once; they are merged when, and if, they are mapped. */
    private Value schema(Value left, Value right) {
        if (left instanceof BooleanValue bool) {
            return bool.isTrue() ? right : left;
        }
        if (right instanceof BooleanValue bool) {
            return bool.isTrue() ? left : right;
        }
        return new ObjectValue(left.place(), Map.of("allOf", new ArrayValue(left.place(), List.of(left, right))));
    }

    private static Value union(Value left, Value right) {
        if (!(left instanceof ArrayValue first && right instanceof ArrayValue second)) {
            return left;
        }
        List<Value> all = new ArrayList<>(first.items());
        List<String> names = ObjectChecks.texts(first);
        second.items().stream()
                .filter(item -> !(item instanceof StringValue text && names.contains(text.text())))
                .forEach(all::add);
        return new ArrayValue(first.place(), all);
    }

    private Value types(Value left, Value right) {
        List<String> first = names(left);
        List<String> second = names(right);
        List<Value> common = new ArrayList<>();
        for (String name : first) {
            if (second.contains(name) || (name.equals(Types.INTEGER) && second.contains(Types.NUMBER))) {
                common.add(new StringValue(left.place(), name));
            } else if (name.equals(Types.NUMBER) && second.contains(Types.INTEGER)) {
                common.add(new StringValue(left.place(), Types.INTEGER));
            }
        }
        if (common.isEmpty()) {
            return contradiction("type", left, right);
        }
        return common.size() == 1 ? common.getFirst() : new ArrayValue(left.place(), common);
    }

    private static List<String> names(Value type) {
        return type instanceof StringValue text ? List.of(text.text()) : ObjectChecks.texts(type);
    }

    private Value common(Value left, Value right) {
        if (!(left instanceof ArrayValue first && right instanceof ArrayValue second)) {
            return left;
        }
        var constants = second.items().stream().map(Constants::of).toList();
        List<Value> common = first.items().stream()
                .filter(item -> constants.contains(Constants.of(item)))
                .toList();
        return common.isEmpty() ? contradiction("enum", left, right) : new ArrayValue(first.place(), common);
    }

    /** The tighter limit: the larger one where {@code sign} is positive. */
    private static Value limit(Value left, Value right, int sign) {
        Optional<BigDecimal> first = decimal(left);
        Optional<BigDecimal> second = decimal(right);
        return first.isPresent() && second.isPresent() && second.get().compareTo(first.get()) * sign > 0 ? right : left;
    }

    private static Optional<BigDecimal> decimal(Value value) {
        try {
            return value instanceof NumberValue number ? Optional.of(new BigDecimal(number.text())) : Optional.empty();
        } catch (NumberFormatException exponentTooLarge) {
            return Optional.empty();
        }
    }

    /** A schema with another laid over it, as a condition does: what the other says counts, objects are laid over each other. */
    static ObjectValue overlaid(ObjectValue under, ObjectValue over) {
        Map<String, Value> members = new LinkedHashMap<>(under.members());
        over.members()
                .forEach((name, value) -> members.merge(name, value, (left, right) -> {
                    if (left instanceof ObjectValue inner && right instanceof ObjectValue outer) {
                        return overlaid(inner, outer);
                    }
                    return name.equals("required") ? union(left, right) : right;
                }));
        return new ObjectValue(under.place(), members);
    }
}
