package dev.platen.engine.jsonforms;

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
import java.util.Map;
import java.util.Optional;

/** Reads the members of one object by type; a member of another type is a warning and counts as absent. */
record Typed(ObjectValue object, Findings findings) {
    static final String WRONG_TYPE = "wrong-type";
    /** Longer numbers, and larger exponents, are not worth the digits they would be printed with. */
    private static final int MAX_SCALE = 64;

    static ObjectValue nothing(Place place) {
        return new ObjectValue(place, Map.of());
    }

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

    /** A number that can be printed in decimal. */
    Optional<BigDecimal> number(String name) {
        return typed(name, NumberValue.class, "a number").flatMap(Typed::decimal);
    }

    /** A count: a whole number from 0. */
    Optional<Integer> count(String name) {
        return number(name)
                .filter(value ->
                        value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0)
                .map(value -> value.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact());
    }

    Optional<ObjectValue> objectAt(String name) {
        return typed(name, ObjectValue.class, "an object");
    }

    List<Value> items(String name) {
        return typed(name, ArrayValue.class, "an array").map(ArrayValue::items).orElse(List.of());
    }

    /** The strings of an array. */
    List<String> texts(String name) {
        return items(name).stream()
                .filter(StringValue.class::isInstance)
                .map(item -> ((StringValue) item).text())
                .toList();
    }

    private static Optional<BigDecimal> decimal(NumberValue number) {
        try {
            BigDecimal value = new BigDecimal(number.text());
            return Math.abs((long) value.scale()) <= MAX_SCALE ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException exponentTooLarge) {
            return Optional.empty();
        }
    }

    private <T extends Value> Optional<T> typed(String name, Class<T> type, String expected) {
        Optional<Value> member = object.member(name);
        if (member.isEmpty() || type.isInstance(member.get())) {
            return member.map(type::cast);
        }
        findings.warning(
                member.get().place(),
                WRONG_TYPE,
                "'%s' must be %s, found %s; it is left out"
                        .formatted(name, expected, member.get().kind()));
        return Optional.empty();
    }
}
