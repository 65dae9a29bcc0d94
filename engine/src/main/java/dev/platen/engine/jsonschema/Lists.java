package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.ListButtons;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps schemas of lists: chosen from options, files, items of one kind, items by position. */
record Lists(SchemaMapper mapper) {
    /** How many items a list shows at most before anybody added one. */
    private static final int MAX_BLANK_ITEMS = 100;

    Node map(TypedObject schema, Ui ui, Part part, Defaults initial) {
        Optional<Value> items = schema.value("items").or(() -> contained(schema));
        if (items.isPresent() && items.get() instanceof ObjectValue object) {
            Optional<Node> whole = whole(object, schema, ui, part, initial);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        boolean isTuple = items.orElse(null) instanceof ArrayValue;
        if (items.isEmpty() && !schema.has("prefixItems")) {
            return mapper.notice(schema, ui, part, "list-without-control", "a list needs 'items'");
        }
        List<Value> fixed = schema.items(isTuple ? "items" : "prefixItems");
        Value rest = isTuple
                ? schema.value("additionalItems").orElse(null)
                : items.or(() -> schema.value("unevaluatedItems")).orElse(null);
        return repeat(fixed, rest instanceof ObjectValue ? rest : null, schema, ui, part, initial);
    }

    /** Where nothing else says what the items are, they are what the list has to contain. */
    private static Optional<Value> contained(TypedObject schema) {
        return schema.has("prefixItems")
                ? Optional.empty()
                : schema.value("contains").filter(ObjectValue.class::isInstance);
    }

    /** A list that is entered as a whole: without duplicates and of options, or of files. */
    private Optional<Node> whole(ObjectValue items, TypedObject schema, Ui ui, Part part, Defaults initial) {
        TypedObject item = new TypedObject(mapper.flat(items).schema(), schema.findings());
        if (schema.isTrue("uniqueItems")) {
            Ui options = ui.node().members().containsKey("items") ? ui.member("items") : ui;
            List<Choosable> choices = Choices.of(item, options);
            if (!choices.isEmpty()) {
                return Optional.of(mapper.field(Fields.several(choices, ui), schema, ui, part, initial));
            }
        }
        boolean isFiles = Widgets.asked(ui).equals("files")
                || (Types.of(item).equals(Types.STRING)
                        && item.text("format").orElse("").equals("data-url"));
        Control files = new Control.File(true, ui.options().text("accept").orElse(""));
        return isFiles ? Optional.of(mapper.field(files, schema, ui, part, initial)) : Optional.empty();
    }

    private Node repeat(
            List<Value> fixed, @Nullable Value rest, TypedObject schema, Ui ui, Part part, Defaults initial) {
        Words words = SchemaMapper.words(schema, ui, part);
        String title = schema.text("title").filter(own -> !own.isEmpty()).orElse(part.title());
        String restName = fixed.isEmpty() ? "items" : "additionalItems";
        List<Node> first = new ArrayList<>();
        for (int i = 0; i < fixed.size() && mapper.isAffordable(); i++) {
            first.add(item(fixed.get(i), ui.at("items", i), part.item(title, i), initial.item(i)));
        }
        Node item = rest == null ? null : item(rest, ui.member(restName), part.item(title), Defaults.NONE);
        int blank = Math.min(schema.count("minItems").orElse(0), MAX_BLANK_ITEMS);
        int count = Math.max(initial.items().size(), blank);
        List<Node> blanks = new ArrayList<>();
        for (int i = fixed.size(); rest != null && i < count && mapper.isAffordable(); i++) {
            blanks.add(item(rest, ui.member(restName), part.item(title, i), initial.item(i)));
        }
        ListButtons buttons = buttons(schema, ui, part, rest != null);
        return new Repeat(part.spot(), words, part.state(ui), first, item, blanks, buttons);
    }

    /** Items are required, but for those that may be null. */
    private Node item(Value schema, Ui ui, Part part, Defaults initial) {
        boolean isNullable = schema instanceof ObjectValue object
                && Types.kinds(new TypedObject(object, ui.findings())).contains(Check.Kind.NULL);
        return mapper.map(schema, ui, part.required(!isNullable), initial);
    }

    private static ListButtons buttons(TypedObject schema, Ui ui, Part part, boolean hasItem) {
        TypedObject options = ui.options();
        boolean isOpen = hasItem && !part.isDisabled() && !part.isReadOnly();
        return new ListButtons(
                isOpen && !options.isFalse("addable"),
                isOpen && !options.isFalse("removable"),
                isOpen && !options.isFalse("orderable"),
                isOpen && options.isTrue("copyable"),
                schema.count("maxItems").orElse(Integer.MAX_VALUE),
                options.value("itemLabel").orElse(null) instanceof Value.StringValue label
                        ? List.of(label.text())
                        : List.of());
    }
}
