package dev.platen.engine.component;

import dev.platen.contract.plan.Expression;
import dev.platen.engine.ir.Content;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of one component, read by type; what has another type was reported before and counts as absent.
 *
 * @param place of the component
 * @param values by name
 * @param reader reads values
 * @param at what is around
 */
record Props(Place place, Map<String, Value> values, Values reader, Placement at) {
    Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** As it is shown. */
    Optional<Content> text(String name) {
        return value(name).flatMap(value -> reader.content(value, at));
    }

    /** Characters that are known while compiling. */
    Optional<String> known(String name) {
        return value(name).flatMap(value -> switch (value) {
            case StringValue text -> Optional.of(text.text());
            case NumberValue number -> Optional.of(number.text());
            case ObjectValue _, ArrayValue _, BooleanValue _, Value.NullValue _ -> Optional.empty();
        });
    }

    String choice(String name, String otherwise) {
        return known(name).orElse(otherwise);
    }

    int count(String name, int otherwise) {
        return known(name)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    /** True or not, as an expression; false where there is none. */
    Expression flag(String name) {
        return value(name).flatMap(value -> reader.expression(value, at)).orElse(Expression.FALSE);
    }

    List<Value> items(String name) {
        return value(name).orElse(null) instanceof ArrayValue array ? array.items() : List.of();
    }

    Optional<ObjectValue> object(String name) {
        return value(name).filter(ObjectValue.class::isInstance).map(ObjectValue.class::cast);
    }
}
