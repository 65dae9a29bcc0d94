package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values among which a schema lets choose. */
final class Choices {
    private Choices() {}

    /** The options of an {@code enum}, or of a {@code oneOf} or {@code anyOf} of constants; empty where there are none. */
    static List<Choosable> of(TypedObject schema, Ui ui) {
        List<Choosable> options = new ArrayList<>();
        if (schema.has("enum")) {
            List<Value> values = schema.items("enum");
            for (int i = 0; i < values.size(); i++) {
                add(values.get(i), name(ui, values.get(i), i), schema, options);
            }
        } else {
            alternatives(schema).forEach(alternative -> add(alternative.value(), alternative.title(), schema, options));
        }
        return options;
    }

    private static void add(Value value, Optional<String> name, TypedObject schema, List<Choosable> options) {
        Optional<Literal> literal = Types.literal(value);
        if (literal.isEmpty()) {
            schema.findings()
                    .warning(
                            value.place(),
                            "option-structured",
                            "an option must be a single value, found %s; it is left out".formatted(value.kind()));
            return;
        }
        options.add(new Choosable(literal.get(), name.orElseGet(() -> label(literal.get())), false, ""));
    }

    private static String label(Literal literal) {
        return literal.type() == Option.Type.NULL ? "null" : literal.text();
    }

    /** {@code ui:enumNames} is a list in the order of the enum, or a map from values. */
    private static Optional<String> name(Ui ui, Value value, int index) {
        Optional<Value> names = ui.options().value("enumNames");
        Optional<Value> name =
                switch (names.orElse(value)) {
                    case ArrayValue list
                    when names.isPresent() && index < list.items().size() ->
                        Optional.of(list.items().get(index));
                    case ObjectValue map
                    when names.isPresent() -> Types.literal(value).flatMap(literal -> map.member(literal.text()));
                    default -> Optional.empty();
                };
        return name.filter(StringValue.class::isInstance).map(text -> ((StringValue) text).text());
    }

    /** The constants of a {@code oneOf} or {@code anyOf} that consists of nothing else. */
    static List<Alternative> alternatives(TypedObject schema) {
        String keyword = schema.has("oneOf") ? "oneOf" : "anyOf";
        if (!schema.has(keyword)) {
            return List.of();
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (Value branch : schema.items(keyword)) {
            if (!(branch instanceof ObjectValue object) || !object.members().containsKey("const")) {
                return List.of();
            }
            TypedObject members = new TypedObject(object, schema.findings());
            members.value("const").ifPresent(value -> alternatives.add(new Alternative(value, members.text("title"))));
        }
        return alternatives;
    }

    /** A constant and what it is called. */
    record Alternative(Value value, Optional<String> title) {}
}
