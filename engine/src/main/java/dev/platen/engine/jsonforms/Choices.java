package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The values among which a schema lets choose. */
record Choices(Texts texts) {
    /** The options of an {@code enum} or of a {@code oneOf} of constants; empty where there are none. */
    List<Choosable> of(Typed schema, String prefix) {
        return schema.has("enum") || schema.has("const") ? listed(schema, prefix) : constants(schema, prefix);
    }

    private List<Choosable> listed(Typed schema, String prefix) {
        List<Choosable> options = new ArrayList<>();
        for (Value value : values(schema)) {
            Optional<Literal> literal = Literals.of(value);
            if (literal.isEmpty()) {
                schema.findings()
                        .warning(
                                value.place(),
                                "option-structured",
                                "an option must be a single value, found %s; it is left out".formatted(value.kind()));
            }
            literal.ifPresent(found -> {
                String label = shown(found);
                options.add(new Choosable(found, texts.keyed(prefix + "." + label, label), false, ""));
            });
        }
        return options;
    }

    private List<Choosable> constants(Typed schema, String prefix) {
        List<Choosable> options = new ArrayList<>();
        List<Value> branches = schema.value("oneOf").or(() -> schema.value("anyOf")).stream()
                .flatMap(value -> value instanceof Value.ArrayValue array ? array.items().stream() : Stream.empty())
                .toList();
        for (Value branch : branches) {
            if (!(branch instanceof ObjectValue object)) {
                return List.of();
            }
            Optional<Literal> constant = object.member("const").flatMap(Literals::of);
            if (constant.isEmpty()) {
                return List.of();
            }
            Typed option = new Typed(object, schema.findings());
            String title = option.text("title").orElseGet(() -> shown(constant.get()));
            String key = option.text("i18n").orElse(prefix + "." + title);
            options.add(new Choosable(constant.get(), texts.keyed(key, title), false, ""));
        }
        return options;
    }

    /** A constant is the only one to choose. */
    private static List<Value> values(Typed schema) {
        return schema.value("const").map(List::of).orElseGet(() -> schema.items("enum"));
    }

    private static String shown(Literal literal) {
        return literal.type() == Option.Type.NULL ? "null" : literal.text();
    }
}
