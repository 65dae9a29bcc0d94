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
        List<Node> items = props.value("items")
                .map(list -> mapping.loops()
                        .over(list, at, empty(props), inside -> List.of(item(children, inside, mapping))))
                .orElseGet(() -> children.stream()
                        .map(child -> (Node) Tags.tag(Element.LI, Role.LIST_ITEM, mapping.one(child, at)))
                        .toList());
        return List.of(Tags.tag(element, Role.LIST_PLAIN, Texts.classes(props), items));
    }

    private static Node item(List<Value> children, Placement at, Mapping mapping) {
        List<Node> content = children.isEmpty() ? Tags.shown(Values.item(at)) : mapping.all(children, at);
        return Tags.tag(Element.LI, Role.LIST_ITEM, content);
    }

    private static List<Node> empty(Props props) {
        return List.of(Tags.tag(Element.LI, Role.LIST_ITEM, emptyText(props)));
    }

    private static List<Node> emptyText(Props props) {
        return props.text("empty").map(Tags::shown).orElse(Tags.shown(new Content.Own(Word.EMPTY_LIST)));
    }

    static List<Node> table(Props props, List<Value> children, Placement at, Mapping mapping) {
        List<Value> columns = props.items("columns");
        List<Node> titles = new ArrayList<>();
        for (Value column : columns) {
            titles.add(Tags.bare(Element.TH, title(column, at, mapping), Tags.with(Attribute.SCOPE, "col")));
        }
        Node none = Tags.bare(
                Element.TR,
                List.of(Tags.bare(
                        Element.TD,
                        emptyText(props),
                        Tags.with(Attribute.COLSPAN, Integer.toString(Math.max(1, columns.size()))))));
        List<Node> parts = new ArrayList<>();
        props.text("caption").ifPresent(caption -> parts.add(Tags.bare(Element.CAPTION, Tags.shown(caption))));
        parts.add(Tags.bare(Element.THEAD, List.of(Tags.bare(Element.TR, titles))));
        List<Node> rows = props.value("rows")
                .map(list -> mapping.loops().over(list, at, List.of(none), inside -> row(columns, inside, mapping)))
                .orElse(List.of());
        parts.add(Tags.bare(Element.TBODY, rows));
        return List.of(Tags.tag(Element.TABLE, Role.TABLE, Texts.classes(props), parts));
    }

    private static List<Node> row(List<Value> columns, Placement at, Mapping mapping) {
        List<Node> cells = columns.stream()
                .map(column -> (Node) Tags.bare(Element.TD, cell(column, at, mapping)))
                .toList();
        return List.of(Tags.bare(Element.TR, cells));
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
