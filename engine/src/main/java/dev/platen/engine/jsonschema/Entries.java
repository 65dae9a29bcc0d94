package dev.platen.engine.jsonschema;

import dev.platen.engine.ir.Keys;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.EntryKind;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps the members of an object that are not named in its schema. */
record Entries(SchemaMapper mapper, TypedObject schema, Ui ui, Part part) {
    /** Whether the schema lets in members that it does not name. */
    static boolean has(TypedObject schema) {
        return schema.has("patternProperties") || isOpen(schema);
    }

    private static boolean isOpen(TypedObject schema) {
        return rest(schema)
                .filter(value -> !(value instanceof BooleanValue bool && !bool.isTrue()))
                .isPresent();
    }

    /** What members are that nothing else is about. Those that are not evaluated are them too, in a form. */
    private static Optional<Value> rest(TypedObject schema) {
        return schema.value("additionalProperties")
                .or(() -> schema.value("unevaluatedProperties").filter(ObjectValue.class::isInstance));
    }

    Node map(Set<String> known) {
        boolean isEditable = !part.isDisabled() && !part.isReadOnly();
        return new Node.Entries(
                Spot.SAME,
                Words.NONE,
                part.state(ui.none()),
                List.copyOf(known),
                keys(known),
                kinds(),
                isEditable && !ui.options().isFalse("expandable"),
                isEditable);
    }

    /** What {@code propertyNames} says of a name, as far as a browser can check or offer it. */
    private Keys keys(Set<String> known) {
        if (!(schema.value("propertyNames").orElse(null) instanceof ObjectValue object)) {
            return Keys.ANY;
        }
        TypedObject names = new TypedObject(mapper.flat(object).schema(), schema.findings());
        List<String> given = names.value("const").orElse(null) instanceof StringValue only
                ? List.of(only.text())
                : ObjectChecks.texts(names.value("enum").orElse(null));
        List<String> free =
                given.stream().filter(name -> !known.contains(name)).distinct().toList();
        return free.isEmpty() ? new Keys(Bounds.ofLine(names), List.of()) : new Keys(Bounds.among(free), free);
    }

    private List<EntryKind> kinds() {
        List<EntryKind> kinds = new ArrayList<>();
        if (schema.value("patternProperties").orElse(null) instanceof ObjectValue patterns) {
            patterns.members().forEach((pattern, value) -> Assertions.pattern(schema, value.place(), pattern)
                    .ifPresent(text -> kinds.add(new EntryKind(text, node(value)))));
        }
        kinds.add(new EntryKind(
                "",
                isOpen(schema)
                        ? node(rest(schema).orElse(schema.object()))
                        : new Section(Spot.SAME, Words.NONE, State.PLAIN, List.of())));
        return kinds;
    }

    private Node node(Value value) {
        if (value instanceof ObjectValue object && !isUntyped(object)) {
            return mapper.map(object, ui.member("additionalProperties"), part.entry(), Defaults.NONE);
        }
        return Node.Call.bare(mapper.anyRoutine());
    }

    private boolean isUntyped(ObjectValue object) {
        TypedObject flat = new TypedObject(mapper.flat(object).schema(), schema.findings());
        return Types.of(flat).equals(Types.UNKNOWN) && !Alternatives.has(flat) && !flat.has("type");
    }
}
