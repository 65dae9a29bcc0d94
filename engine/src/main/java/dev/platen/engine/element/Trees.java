package dev.platen.engine.element;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps element trees to parts of a page. The depth is bounded by that of the document. */
record Trees(Findings findings, Attributes attributes) {
    Trees(Findings findings) {
        this(findings, new Attributes(findings));
    }

    List<Node> of(Value value) {
        return switch (value) {
            case StringValue text -> shown(text.text());
            case NumberValue number -> shown(number.text());
            case NullValue _, BooleanValue _ -> List.of();
            case ArrayValue list ->
                list.items().stream().flatMap(item -> of(item).stream()).toList();
            case ObjectValue object -> element(object);
        };
    }

    private static List<Node> shown(String text) {
        return text.isEmpty() ? List.of() : List.of(new Node.Shown(new Content.Text(text)));
    }

    private List<Node> element(ObjectValue object) {
        Optional<Map.Entry<String, Value>> first =
                object.members().entrySet().stream().findFirst();
        if (first.isEmpty()) {
            return List.of();
        }
        String name = first.get().getKey();
        object.members().entrySet().stream()
                .skip(1)
                .forEach(more -> findings.warning(
                        more.getValue().place(),
                        "ignored-member",
                        "only the first member of an object is its element, here '%s'; put '%s' into an object of its own"
                                .formatted(name, more.getKey())));
        Optional<Element> element = Names.element(name);
        if (element.isEmpty()) {
            findings.warning(
                    first.get().getValue().place(),
                    "unknown-element",
                    "there is no element '%s' here; it is dropped with what it contains".formatted(name));
            return List.of();
        }
        return List.of(element(element.get(), first.get().getValue()));
    }

    private Node element(Element element, Value value) {
        if (!(value instanceof ObjectValue props)) {
            List<Node> content =
                    value instanceof BooleanValue flag ? shown(Boolean.toString(flag.isTrue())) : of(value);
            return new Node.Tagged(element, List.of(), inside(element, value, content));
        }
        return new Node.Tagged(element, attributes.of(props), inside(element, props, content(props)));
    }

    private List<Node> inside(Element element, Value value, List<Node> content) {
        if (element.isVoid() && !content.isEmpty()) {
            findings.warning(
                    value.place(), "content-in-void", "this element cannot have content; what it contains is dropped");
            return List.of();
        }
        return content;
    }

    private List<Node> content(ObjectValue props) {
        Optional<Value> html = props.member("html");
        if (html.isPresent()) {
            findings.warning(
                    html.get().place(),
                    "raw-html",
                    "'html' is shown as text, its markup is not interpreted; write it as elements");
            return text(html.get());
        }
        List<Node> content =
                new ArrayList<>(props.member("text").map(Trees::text).orElse(List.of()));
        props.member("children").ifPresent(children -> content.addAll(of(children)));
        return content;
    }

    private static List<Node> text(Value value) {
        return switch (value) {
            case StringValue text -> shown(text.text());
            case NumberValue number -> shown(number.text());
            case BooleanValue flag -> shown(Boolean.toString(flag.isTrue()));
            case NullValue _, ObjectValue _, ArrayValue _ -> List.of();
        };
    }
}
