package dev.platen.engine.jsonschema;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Expression;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.ListButtons;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import dev.platen.engine.jsonschema.Resolution.Broken;
import dev.platen.engine.jsonschema.Resolution.Plain;
import dev.platen.engine.jsonschema.Resolution.Recursive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps schemas to parts of a form, from the root down. Used for one document. */
final class SchemaMapper {
    /** How many items a list shows at most before anybody added one. */
    private static final int MAX_BLANK_ITEMS = 100;

    private final Resolver resolver;
    private final Routines routines;
    private final Findings findings;
    private final Budget budget;

    SchemaMapper(Resolver resolver, Routines routines, Findings findings, Limits limits) {
        this.resolver = resolver;
        this.routines = routines;
        this.findings = findings;
        this.budget = new Budget(limits, findings);
    }

    /** Maps a schema where its surroundings put it. */
    Node map(Value value, Ui ui, Part part, Defaults around) {
        if (!(value instanceof ObjectValue schema)) {
            return untyped(value, part);
        }
        if (!budget.affords(schema, part)) {
            return new Notice(part.spot(), Words.NONE, "");
        }
        return switch (resolver.resolve(schema)) {
            case Plain plain ->
                !References.isReference(schema) || budget.affordsReading(plain.schema())
                        ? typed(plain.schema(), ui, part, around)
                        : new Notice(part.spot(), Words.NONE, "");
            case Recursive recursive -> call(recursive, ui, part);
            case Broken broken -> new Notice(part.spot(), Words.NONE, "");
        };
    }

    private Node untyped(Value value, Part part) {
        if (value instanceof Value.BooleanValue) {
            findings.warning(
                    value.place(), "type-open", "there is no control for a value of any type; give the schema a type");
            return new Notice(part.spot(), words(part), "This value cannot be edited here.");
        }
        findings.error(
                value.place(),
                TypedObject.WRONG_TYPE,
                "a schema must be an object or a boolean, found " + value.kind());
        return new Notice(part.spot(), Words.NONE, "");
    }

    private Node call(Recursive recursive, Ui ui, Part part) {
        Words words = words(new TypedObject(recursive.schema(), findings), ui, part);
        boolean isCountedByData = part.isItem() && part.spot().equals(Spot.SAME);
        boolean isOpen = isCountedByData || part.component() != recursive.component();
        int routine = routines.indexOf(recursive.target(), recursive.component());
        return new Call(part.spot(), routine, words, state(part, false, ""), isOpen);
    }

    /** Maps a schema that is called, for all places from which it is. */
    Node body(Routines.Routine routine) {
        ObjectValue schema = routine.schema();
        Part part = Part.root(Spot.SAME, routine.component());
        Ui none = Ui.none(schema.place(), findings);
        return switch (resolver.resolve(schema)) {
            case Plain plain -> typed(plain.schema(), none, part, Defaults.NONE);
            case Recursive recursive -> typed(recursive.schema(), none, part, Defaults.NONE);
            case Broken broken -> new Notice(part.spot(), Words.NONE, "");
        };
    }

    private Node typed(ObjectValue object, Ui ui, Part place, Defaults around) {
        TypedObject schema = new TypedObject(object, findings);
        Part part = place.with(
                ui.options().isTrue("disabled"), ui.options().isTrue("readonly") || schema.isTrue("readOnly"));
        Unsupported.warn(schema);
        ui.warnOfUnknown();
        Defaults initial = around.of(schema);
        String type = Types.of(schema);
        return switch (type) {
            case Types.OBJECT -> section(schema, ui, part, initial);
            case Types.ARRAY -> list(schema, ui, part, initial);
            case Types.STRING, Types.NUMBER, Types.INTEGER, Types.BOOLEAN ->
                field(Fields.control(type, schema, ui), schema, ui, part, initial);
            case Types.NULL -> new Section(part.spot(), Words.NONE, State.PLAIN, List.of());
            default ->
                schema.has("type")
                        ? new Notice(part.spot(), Words.NONE, "")
                        : notice(schema, ui, part, "type-unknown", "no type can be told; add 'type'");
        };
    }

    private Notice notice(TypedObject schema, Ui ui, Part part, String code, String message) {
        findings.warning(schema.place(), code, message);
        return new Notice(part.spot(), words(schema, ui, part), "This value cannot be edited here.");
    }

    private Node field(Control control, TypedObject schema, Ui ui, Part part, Defaults initial) {
        Part own = part.with(false, schema.has("const"));
        State state = state(own, ui.options().isTrue("autofocus"), "");
        return new Field(
                part.spot(), words(schema, ui, part), control, state, initial.literals(), Types.kinds(schema), null);
    }

    private Node section(TypedObject schema, Ui ui, Part part, Defaults initial) {
        Set<String> required = new HashSet<>();
        for (StringValue name : schema.texts("required")) {
            required.add(name.text());
        }
        List<Node> children = new ArrayList<>();
        Optional<ObjectValue> properties = schema.objectAt("properties");
        if (properties.isPresent()) {
            for (String name : Order.of(properties.get().members().keySet(), ui)) {
                Value property = properties.get().members().getOrDefault(name, properties.get());
                Part member = part.member(new Spot(name, "_" + Ids.encoded(name)), name, required.contains(name));
                children.add(map(property, ui.member(name), member, initial.member(name)));
            }
        }
        return new Section(part.spot(), words(schema, ui, part), state(part, false, ""), children);
    }

    private Node list(TypedObject schema, Ui ui, Part part, Defaults initial) {
        Optional<Value> items = schema.value("items");
        boolean isTuple = schema.has("prefixItems")
                || items.filter(Value.ArrayValue.class::isInstance).isPresent();
        if (isTuple || items.isEmpty()) {
            return notice(
                    schema, ui, part, "list-without-control", "a list needs 'items' with one schema for all of them");
        }
        if (schema.isTrue("uniqueItems") && items.get() instanceof ObjectValue object) {
            Optional<Node> chosen = chosen(object, schema, ui, part, initial);
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        return repeat(items.get(), schema, ui, part, initial);
    }

    /** A list without duplicates whose items are options is chosen from them rather than filled in. */
    private Optional<Node> chosen(ObjectValue items, TypedObject schema, Ui ui, Part part, Defaults initial) {
        if (!(resolver.resolve(items) instanceof Plain plain)) {
            return Optional.empty();
        }
        var options = Choices.of(new TypedObject(plain.schema(), findings), ui);
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(field(Fields.several(options, ui), schema, ui, part, initial));
    }

    private Node repeat(Value items, TypedObject schema, Ui ui, Part part, Defaults initial) {
        Words words = words(schema, ui, part);
        Ui itemUi = ui.member("items");
        Node item = map(items, itemUi, part.item(words.title()), Defaults.NONE);
        int blank = Math.min(schema.count("minItems").orElse(0), MAX_BLANK_ITEMS);
        int count = Math.max(initial.items().size(), blank);
        List<Node> initialItems = new ArrayList<>();
        for (int i = 0; i < count && !budget.isExhausted(); i++) {
            initialItems.add(map(items, itemUi, part.item(words.title(), i), initial.item(i)));
        }
        boolean canAdd = !ui.options().isFalse("addable") && !part.isDisabled() && !part.isReadOnly();
        boolean canRemove = !ui.options().isFalse("removable") && !part.isDisabled() && !part.isReadOnly();
        ListButtons buttons = new ListButtons(
                canAdd, canRemove, canRemove, false, schema.count("maxItems").orElse(Integer.MAX_VALUE));
        return new Repeat(part.spot(), words, state(part, false, ""), List.of(), item, initialItems, buttons);
    }

    private static State state(Part part, boolean hasFocus, String classes) {
        return new State(
                part.isRequired(),
                part.isDisabled() ? Expression.TRUE : Expression.FALSE,
                part.isReadOnly() ? Expression.TRUE : Expression.FALSE,
                hasFocus,
                false,
                classes);
    }

    private static Words words(Part part) {
        return new Words(part.title(), part.isNumbered(), true, "", "", "");
    }

    private static Words words(TypedObject schema, Ui ui, Part part) {
        TypedObject options = ui.options();
        Optional<String> own =
                options.text("title").or(() -> schema.text("title")).filter(title -> !title.isEmpty());
        return new Words(
                own.orElse(part.title()),
                own.isEmpty() && part.isNumbered(),
                !options.isFalse("label"),
                options.text("description").or(() -> schema.text("description")).orElse(""),
                options.text("help").orElse(""),
                options.text("placeholder").orElse(""));
    }
}
