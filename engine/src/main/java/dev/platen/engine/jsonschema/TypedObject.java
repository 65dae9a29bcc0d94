package dev.platen.engine.jsonschema;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads the members of one object by type; a member of another type is a finding and counts as absent. */
record TypedObject(ObjectValue object, Findings findings) {
    static final String WRONG_TYPE = "wrong-type";

    Place place() {
        return object.place();
    }

    boolean has(String name) {
        return object.members().containsKey(name);
    }

    Optional<Value> value(String name) {
        return object.member(name);
    }

    Optional<String> text(String name) {
        return typed(name, StringValue.class, "a string").map(StringValue::text);
    }

    boolean isTrue(String name) {
        return typed(name, BooleanValue.class, "a boolean")
                .map(BooleanValue::isTrue)
                .orElse(false);
    }

    boolean isFalse(String name) {
        return typed(name, BooleanValue.class, "a boolean")
                .map(value -> !value.isTrue())
                .orElse(false);
    }

    Optional<String> number(String name) {
        return typed(name, NumberValue.class, "a number").map(NumberValue::text);
    }

    /** A count: a whole number from 0, capped at what an int holds. */
    Optional<Integer> count(String name) {
        Optional<NumberValue> number = typed(name, NumberValue.class, "a number");
        Optional<Integer> count = number.flatMap(TypedObject::count);
        if (number.isPresent() && count.isEmpty()) {
            findings.error(
                    number.get().place(),
                    WRONG_TYPE,
                    "'%s' must be a whole number from 0, found %s"
                            .formatted(name, number.get().text()));
        }
        return count;
    }

    private static Optional<Integer> count(NumberValue number) {
        try {
            BigDecimal value = new BigDecimal(number.text());
            if (value.signum() < 0 || value.stripTrailingZeros().scale() > 0) {
                return Optional.empty();
            }
            boolean isLarge = value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0;
            return Optional.of(isLarge ? Integer.MAX_VALUE : value.intValueExact());
        } catch (NumberFormatException exponentTooLarge) {
            return Optional.empty();
        }
    }

    Optional<ObjectValue> objectAt(String name) {
        return typed(name, ObjectValue.class, "an object");
    }

    List<Value> items(String name) {
        return typed(name, ArrayValue.class, "an array").map(ArrayValue::items).orElse(List.of());
    }

    /** The strings of an array; others are findings. */
    List<StringValue> texts(String name) {
        return items(name).stream()
                .map(item -> cast(item, name, StringValue.class, "an array of strings"))
                .flatMap(Optional::stream)
                .toList();
    }

    private <T extends Value> Optional<T> typed(String name, Class<T> type, String expected) {
        return object.member(name).flatMap(value -> cast(value, name, type, expected));
    }

    private <T extends Value> Optional<T> cast(Value value, String name, Class<T> type, String expected) {
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        findings.error(value.place(), WRONG_TYPE, "'%s' must be %s, found %s".formatted(name, expected, value.kind()));
        return Optional.empty();
    }
}
