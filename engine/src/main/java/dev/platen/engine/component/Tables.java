package dev.platen.engine.component;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Components that show lists. */
final class Tables {
    private Tables() {}

    static List<Node> list(Props props, List<Value> children, Placement at, Mapping mapping) {
        Element element = props.flag("ordered").equals(Expression.TRUE) ? Element.OL : Element.UL;
        List<Node> items = new ArrayList<>();
        props.list("items")
                .ifPresentOrElse(
                        list -> items.add(
                                new Node.Each(list, List.of(item(children, at.inLoop(), mapping)), empty(props))),
                        () -> children.forEach(
                                child -> items.add(Tags.tag(Element.LI, Role.LIST_ITEM, mapping.one(child, at)))));
        return List.of(Tags.tag(element, Role.LIST_PLAIN, Texts.classes(props), items));
    }

    private static Node item(List<Value> children, Placement at, Mapping mapping) {
        List<Node> content = children.isEmpty()
                ? Tags.shown(new Content.Computed(new Expression.Path(Expression.Base.ITEM, 0, List.of())))
                : mapping.all(children, at);
        return Tags.tag(Element.LI, Role.LIST_ITEM, content);
    }

    private static List<Node> empty(Props props) {
        return List.of(Tags.tag(Element.LI, Role.LIST_ITEM, emptyText(props)));
    }

    private static List<Node> emptyText(Props props) {
        return props.text("empty").map(Tags::shown).orElse(Tags.shown(new Content.Own(Word.EMPTY_LIST)));
    }

    static List<Node> table(Props props, List<Value> children, Placement at, Mapping mapping) {
        List<Node> titles = new ArrayList<>();
        List<Node> cells = new ArrayList<>();
        for (Value column : props.items("columns")) {
            titles.add(Tags.bare(Element.TH, title(column, at, mapping), Tags.with(Attribute.SCOPE, "col")));
            cells.add(Tags.bare(Element.TD, cell(column, at.inLoop(), mapping)));
        }
        Node none = Tags.bare(
                Element.TR,
                List.of(Tags.bare(
                        Element.TD,
                        emptyText(props),
                        Tags.with(Attribute.COLSPAN, Integer.toString(Math.max(1, cells.size()))))));
        List<Node> parts = new ArrayList<>();
        props.text("caption").ifPresent(caption -> parts.add(Tags.bare(Element.CAPTION, Tags.shown(caption))));
        parts.add(Tags.bare(Element.THEAD, List.of(Tags.bare(Element.TR, titles))));
        List<Node> rows = props.list("rows")
                .map(list -> List.<Node>of(new Node.Each(list, List.of(Tags.bare(Element.TR, cells)), List.of(none))))
                .orElse(List.of());
        parts.add(Tags.bare(Element.TBODY, rows));
        return List.of(Tags.tag(Element.TABLE, Role.TABLE, Texts.classes(props), parts));
    }

    private static List<Node> title(Value column, Placement at, Mapping mapping) {
        return member(column, "title")
                .flatMap(title -> mapping.values().content(title, at))
                .map(Tags::shown)
                .orElseGet(() -> wrong(column, mapping));
    }

    private static List<Node> cell(Value column, Placement at, Mapping mapping) {
        Optional<Value> child = member(column, "cell");
        if (child.isPresent()) {
            return mapping.one(child.get(), at);
        }
        Optional<Value> value = member(column, "value");
        return value.isPresent()
                ? mapping.values().computed(value.get(), at).map(Tags::shown).orElse(List.of())
                : wrong(column, mapping);
    }

    private static Optional<Value> member(Value column, String name) {
        return column instanceof ObjectValue object ? object.member(name) : Optional.empty();
    }

    private static List<Node> wrong(Value column, Mapping mapping) {
        mapping.findings()
                .error(
                        column.place(),
                        "property-missing",
                        "a column needs a 'title' and either a 'value', such as \"item.name\", or a 'cell' with a component");
        return List.of();
    }
}
