package dev.platen.engine.jsonschema;

import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is shown where data has no value, with the precedence of rjsf: a schema's own default wins over what a default
 * around it says, but not over the items that the default of a list gives.
 *
 * @param value the default
 * @param isGiven whether it is, or is part of, an item that the default of a list gives
 */
record Defaults(Optional<Value> value, boolean isGiven) {
    static final Defaults NONE = new Defaults(Optional.empty(), false);

    /** A value that wins over what schemas say. */
    static Defaults given(Value value) {
        return new Defaults(Optional.of(value), true);
    }

    /** The default of a schema that these surround. */
    Defaults of(TypedObject schema) {
        Optional<Value> own = schema.value("default");
        Optional<Value> weaker = isGiven ? own : value;
        Optional<Value> stronger = isGiven ? value : own;
        Optional<Value> both = stronger.isPresent()
                        && stronger.get() instanceof ObjectValue over
                        && weaker.isPresent()
                        && weaker.get() instanceof ObjectValue under
                ? Optional.of(merged(under, over))
                : stronger.or(() -> weaker).or(() -> schema.value("const")).or(() -> firstChoice(schema));
        return new Defaults(both, isGiven);
    }

    /** Of constants with titles the first is chosen at first. */
    private static Optional<Value> firstChoice(TypedObject schema) {
        return schema.has("enum")
                ? Optional.empty()
                : Choices.alternatives(schema).stream()
                        .filter(Choices.Alternative::isConst)
                        .findFirst()
                        .map(Choices.Alternative::value);
    }

    private static ObjectValue merged(ObjectValue under, ObjectValue over) {
        Map<String, Value> members = new LinkedHashMap<>(under.members());
        members.putAll(over.members());
        return new ObjectValue(over.place(), members);
    }

    /** What they say of one member. */
    Defaults member(String name) {
        Optional<Value> member = value.flatMap(
                present -> present instanceof ObjectValue object ? object.member(name) : Optional.empty());
        return new Defaults(member, isGiven);
    }

    /** What they say of one item; nothing beyond the last. */
    Defaults item(int index) {
        return index < items().size() ? new Defaults(Optional.of(items().get(index)), true) : NONE;
    }

    /** The items of a list. */
    List<Value> items() {
        return value.map(present -> present instanceof ArrayValue array ? array.items() : List.<Value>of())
                .orElse(List.of());
    }

    /** The single value; of a part that is a list, the single values of its items. */
    List<Literal> literals(boolean isList) {
        if (isList && value.isPresent() && value.get() instanceof ArrayValue array) {
            return array.items().stream()
                    .map(Types::literal)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return value.flatMap(Types::literal).map(List::of).orElse(List.of());
    }
}
