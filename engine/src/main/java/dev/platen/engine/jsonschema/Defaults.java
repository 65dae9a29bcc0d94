package dev.platen.engine.jsonschema;

import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is shown where data has no value. A schema's own default wins over what a default around it says. */
final class Defaults {
    private Defaults() {}

    /** The default of a schema within what the default around it gives for it. */
    static Optional<Value> of(TypedObject schema, Optional<Value> inherited) {
        Optional<Value> own = schema.value("default");
        if (own.isPresent()
                && own.get() instanceof ObjectValue object
                && inherited.isPresent()
                && inherited.get() instanceof ObjectValue around) {
            Map<String, Value> members = new LinkedHashMap<>(around.members());
            members.putAll(object.members());
            return Optional.of(new ObjectValue(object.place(), members));
        }
        return own.or(() -> inherited).or(() -> schema.value("const"));
    }

    /** What a default says of one member. */
    static Optional<Value> member(Optional<Value> value, String name) {
        return value.flatMap(present -> present instanceof ObjectValue object ? object.member(name) : Optional.empty());
    }

    /** The items of a default. */
    static List<Value> items(Optional<Value> value) {
        return value.map(present -> present instanceof ArrayValue array ? array.items() : List.<Value>of())
                .orElse(List.of());
    }

    /** A default of a single value, or of several. */
    static List<Literal> literals(Optional<Value> value) {
        if (value.isPresent() && value.get() instanceof ArrayValue array) {
            return array.items().stream()
                    .map(Types::literal)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return value.flatMap(Types::literal).map(List::of).orElse(List.of());
    }
}
