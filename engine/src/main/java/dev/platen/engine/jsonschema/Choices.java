package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values among which a schema lets choose. */
final class Choices {
    private Choices() {}

    /** The options of an {@code enum}, or of a {@code oneOf} or {@code anyOf} of constants; empty where there are none. */
    static List<Choosable> of(TypedObject schema, Ui ui) {
        List<Choosable> options = new ArrayList<>();
        if (schema.has("enum")) {
            List<Value> values = schema.items("enum");
            Optional<Value> names = ui.options().value("enumNames").or(() -> schema.value("enumNames"));
            for (int i = 0; i < values.size(); i++) {
                options.add(option(values.get(i), name(names, key(values.get(i)), i)));
            }
            return refined(ordered(options, ui), ui);
        }
        String keyword = keyword(schema);
        List<Alternative> alternatives = alternatives(schema);
        for (int i = 0; i < alternatives.size(); i++) {
            Optional<String> title =
                    ui.hasPositions(keyword) ? ui.at(keyword, i).options().text("title") : Optional.empty();
            int index = i;
            options.add(option(
                    alternatives.get(i).value(),
                    title.or(() -> alternatives.get(index).title())));
        }
        return refined(options, ui);
    }

    /** The options with the names that {@code ui:enumNames} gives them. */
    static List<Choosable> named(List<Choosable> options, Ui ui) {
        Optional<Value> names = ui.options().value("enumNames");
        List<Choosable> named = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            Choosable option = options.get(i);
            String name = name(names, option.value().text(), i).orElse(option.label());
            named.add(new Choosable(option.value(), name, option.isDisabled(), option.group()));
        }
        return named;
    }

    private static Choosable option(Value value, Optional<String> name) {
        Literal literal = Types.literalOrJson(value);
        return new Choosable(literal, name.orElseGet(() -> label(literal)), false, "");
    }

    private static String label(Literal literal) {
        return literal.type() == Option.Type.NULL ? "null" : literal.text();
    }

    /**
     * {@code ui:enumNames} is a list in the order of the enum, or a map from values. Earlier versions of rjsf had it in the
     * schema.
     */
    private static Optional<String> name(Optional<Value> names, String key, int index) {
        Optional<Value> name = names.flatMap(given -> switch (given) {
            case ArrayValue list
            when index < list.items().size() -> Optional.of(list.items().get(index));
            case ObjectValue map -> map.member(key);
            default -> Optional.empty();
        });
        return name.flatMap(Types::literal).map(Literal::text).filter(text -> !text.isEmpty());
    }

    /** The name of a value in a map of names. */
    private static String key(Value value) {
        return label(Types.literalOrJson(value));
    }

    /** {@code ui:enumOrder}: the listed values in their order, the others where the wildcard is. */
    private static List<Choosable> ordered(List<Choosable> options, Ui ui) {
        if (!(ui.options().value("enumOrder").orElse(null) instanceof ArrayValue order)) {
            return options;
        }
        Map<String, Choosable> byText = new LinkedHashMap<>();
        options.forEach(option -> byText.putIfAbsent(label(option.value()), option));
        List<String> wanted = order.items().stream()
                .map(Types::literalOrJson)
                .map(Choices::label)
                .toList();
        List<Choosable> ordered = new ArrayList<>();
        for (String text : wanted) {
            if (text.equals("*")) {
                options.stream()
                        .filter(option -> !wanted.contains(label(option.value())))
                        .forEach(ordered::add);
            } else if (byText.containsKey(text)) {
                ordered.add(byText.getOrDefault(text, options.getFirst()));
            }
        }
        return ordered;
    }

    /** With what {@code ui:enumDisabled} and {@code ui:optgroups} say. */
    private static List<Choosable> refined(List<Choosable> options, Ui ui) {
        List<Option> disabled = ui.options().value("enumDisabled").orElse(null) instanceof ArrayValue list
                ? list.items().stream()
                        .map(value -> Types.literalOrJson(value).option())
                        .toList()
                : List.of();
        Map<Option, String> groups = groups(ui);
        return disabled.isEmpty() && groups.isEmpty()
                ? options
                : options.stream()
                        .map(option -> new Choosable(
                                option.value(),
                                option.label(),
                                disabled.contains(option.value().option()),
                                groups.getOrDefault(option.value().option(), "")))
                        .toList();
    }

    private static Map<Option, String> groups(Ui ui) {
        Map<Option, String> groups = new HashMap<>();
        if (ui.options().value("optgroups").orElse(null) instanceof ObjectValue given) {
            given.members().forEach((name, values) -> {
                if (values instanceof ArrayValue list) {
                    list.items()
                            .forEach(value ->
                                    groups.put(Types.literalOrJson(value).option(), name));
                }
            });
        }
        return groups;
    }

    /** The keyword that holds the alternatives. */
    static String keyword(TypedObject schema) {
        return schema.has("anyOf") ? "anyOf" : "oneOf";
    }

    /** The constants of a {@code oneOf} or {@code anyOf} that consists of nothing else. */
    static List<Alternative> alternatives(TypedObject schema) {
        if (!(schema.value(keyword(schema)).orElse(null) instanceof ArrayValue branches)) {
            return List.of();
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (Value branch : branches.items()) {
            Optional<Value> constant = branch instanceof ObjectValue object ? constant(object) : Optional.empty();
            if (constant.isEmpty() || !(branch instanceof ObjectValue object)) {
                return List.of();
            }
            Optional<String> title = object.member("title")
                    .filter(StringValue.class::isInstance)
                    .map(text -> ((StringValue) text).text());
            alternatives.add(
                    new Alternative(constant.get(), title, !object.members().containsKey("enum")));
        }
        return alternatives;
    }

    private static Optional<Value> constant(ObjectValue schema) {
        return schema.members().get("enum") instanceof ArrayValue list
                        && list.items().size() == 1
                ? Optional.of(list.items().getFirst())
                : schema.member("const");
    }

    /**
     * A constant and what it is called.
     *
     * @param isConst whether it is written as a {@code const}, not as an {@code enum} of one value
     */
    record Alternative(Value value, Optional<String> title, boolean isConst) {}
}
