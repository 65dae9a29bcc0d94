package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Apply;
import dev.platen.contract.plan.Expression.Operator;
import dev.platen.contract.plan.Role;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.ListButtons;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Shown;
import dev.platen.engine.ir.Node.Tagged;
import dev.platen.engine.ir.Node.When;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Maps lists: of choices, of single values, of objects in rows, and of objects with details. */
record Lists(Controls controls, Texts texts, Choices choices) {
    private static final int RAW_ROWS = 5;
    /** Options that say what an item is called, the first before the others. */
    private static final List<String> LABELLING = List.of("elementLabelProp", "childLabelProp", "labelRef");

    private static final List<Check.Kind> LIST = List.of(Check.Kind.ARRAY);

    Node map(Pointed pointed) {
        Optional<Value> items = pointed.schema().value("items");
        if (items.isPresent() && items.get() instanceof ArrayValue tuple) {
            return tuple(pointed, tuple);
        }
        if (items.isEmpty() || !(items.get() instanceof ObjectValue item)) {
            return controls.field(pointed, new Control.Raw(RAW_ROWS), LIST, List.of());
        }
        if (Single.isFile(item(pointed, item))) {
            return controls.field(pointed, new Control.File(true, ""), LIST, List.of());
        }
        List<Choosable> options = pointed.schema().isTrue("uniqueItems") ? options(pointed, item) : List.of();
        return options.isEmpty()
                ? settled(pointed, local -> repeat(local, item, false))
                : controls.field(pointed, new Control.Boxes(options, false), LIST, List.of());
    }

    /** A list whose items are opened one at a time. */
    Node withDetails(Pointed pointed) {
        Optional<Value> items = pointed.schema().value("items");
        return items.isPresent() && items.get() instanceof ObjectValue item
                ? settled(pointed, local -> repeat(local, item, true))
                : map(pointed);
    }

    private List<Choosable> options(Pointed pointed, ObjectValue item) {
        Pointed inner = item(pointed, item);
        return choices.of(inner.schema(), Texts.prefix(pointed.control(), inner.schema(), pointed.path()));
    }

    /**
     * What depends on the data of an item cannot be read from within an object or a list in it: that is there twice then,
     * once for each outcome.
     */
    static Node settled(Pointed pointed, Function<Pointed, Node> map) {
        Surroundings around = pointed.around();
        if (around.isWithinItems() && !Logic.isKnown(around.disabled())) {
            return new When(
                    around.disabled(),
                    List.of(settled(pointed.around(around.withState(Expression.TRUE, around.readOnly())), map)),
                    List.of(settled(pointed.around(around.withState(Expression.FALSE, around.readOnly())), map)));
        }
        if (around.isWithinItems() && !Logic.isKnown(around.readOnly())) {
            return new When(
                    around.readOnly(),
                    List.of(settled(pointed.around(around.withState(around.disabled(), Expression.TRUE)), map)),
                    List.of(settled(pointed.around(around.withState(around.disabled(), Expression.FALSE)), map)));
        }
        return map.apply(pointed);
    }

    private Node repeat(Pointed pointed, ObjectValue written, boolean hasDetails) {
        Pointed item = item(pointed, written);
        boolean isObject = item.types().equals(Set.of("object")) && !Combined.isCombined(item.schema());
        Node part = isObject ? object(pointed, item, written, hasDetails) : controls.map(item, written);
        return new Repeat(
                pointed.spot(),
                pointed.words(texts),
                pointed.state(pointed.isRequired()),
                List.of(),
                part,
                List.of(),
                buttons(pointed));
    }

    private Pointed item(Pointed pointed, ObjectValue written) {
        Surroundings around = controls.inside(pointed).items(pointed.schema().object(), List.of());
        Pointed item = controls.pointed(pointed.control(), written, List.of(), false, around);
        return item.numbered(pointed.label());
    }

    private Node object(Pointed pointed, Pointed item, ObjectValue written, boolean hasDetails) {
        Optional<Node> called = controls.called(item, written);
        if (called.isPresent()) {
            return called.get();
        }
        Surroundings inner =
                controls.opening(item, written).around().items(item.schema().object(), List.of());
        boolean isFlat = item.schema().objectAt("properties").stream()
                .flatMap(properties -> properties.members().values().stream())
                .noneMatch(Lists::isNested);
        ObjectValue detail = controls.detail(item, isFlat && !hasDetails ? "HorizontalLayout" : "VerticalLayout");
        Node content = controls.element(detail, inner);
        List<String> label = labelled(pointed, item);
        if (!hasDetails) {
            boolean isLabelled = !label.isEmpty() && LABELLING.stream().anyMatch(pointed.options()::has);
            return isLabelled ? Markup.tagged(Element.DIV, Role.VERTICAL, List.of(heading(label), content)) : content;
        }
        return details(pointed, label, content);
    }

    private static boolean isNested(Value property) {
        return property instanceof ObjectValue object
                && (object.members().containsKey("properties")
                        || object.members().containsKey("items"));
    }

    private static Node heading(List<String> label) {
        Expression.Path path = Expression.Path.here(label);
        Node text = Markup.tagged(Element.P, Role.CARD_TITLE, List.of(new Shown(new Content.Computed(path))));
        return new When(new Apply(Operator.HAS, List.of(path)), List.of(text), List.of());
    }

    /** An item without a label is new, and open. */
    private Node details(Pointed pointed, List<String> label, Node content) {
        Node own = Markup.text(pointed.label().isEmpty() ? "…" : pointed.label());
        List<Attributed> attributes = new ArrayList<>();
        attributes.add(Markup.classes(Role.TAB));
        Node title = own;
        if (!label.isEmpty()) {
            Expression.Path path = Expression.Path.here(label);
            Expression isNamed = new Apply(Operator.HAS, List.of(path));
            title = new When(isNamed, List.of(new Shown(new Content.Computed(path))), List.of(own));
            attributes.add(new Attributed(Attribute.OPEN, new Content.Flag(Logic.not(isNamed))));
        }
        Node summary = new Tagged(Element.SUMMARY, List.of(), List.of(title));
        return new Tagged(
                Element.DETAILS,
                attributes,
                List.of(summary, Markup.tagged(Element.DIV, Role.TAB_PANEL, List.of(content))));
    }

    /** The way to what an item is called: what the options say, or its first single value. */
    private static List<String> labelled(Pointed pointed, Pointed item) {
        for (String option : LABELLING) {
            Optional<String> named = pointed.options().text(option).filter(text -> !text.isEmpty());
            if (named.isPresent()) {
                return option.equals("labelRef")
                        ? Scopes.members(named.get().replaceFirst("^#/items", "#"))
                        : List.of(named.get().split("\\.", -1));
            }
        }
        return item.schema().objectAt("properties").stream()
                .flatMap(properties -> properties.members().entrySet().stream())
                .filter(property -> !isNested(property.getValue()))
                .findFirst()
                .map(property -> List.of(property.getKey()))
                .orElse(List.of());
    }

    private Node tuple(Pointed pointed, ArrayValue tuple) {
        return settled(pointed, local -> {
            List<Node> fixed = new ArrayList<>();
            for (Value value : tuple.items()) {
                if (value instanceof ObjectValue written) {
                    Surroundings around =
                            controls.inside(local).items(local.schema().object(), List.of());
                    Pointed item =
                            controls.pointed(local.control(), written, List.of("" + fixed.size()), false, around);
                    fixed.add(controls.map(item, written));
                }
            }
            return new Repeat(
                    local.spot(),
                    local.words(texts),
                    local.state(local.isRequired()),
                    fixed,
                    null,
                    List.of(),
                    ListButtons.NONE);
        });
    }

    private static ListButtons buttons(Pointed pointed) {
        return new ListButtons(
                !pointed.options().isTrue("disableAdd"),
                !pointed.options().isTrue("disableRemove"),
                pointed.options().isTrue("showSortButtons"),
                false,
                pointed.schema().count("maxItems").orElse(Integer.MAX_VALUE),
                List.of());
    }
}
