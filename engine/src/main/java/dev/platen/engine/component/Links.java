package dev.platen.engine.component;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Role;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.Urls;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Components that lead somewhere or come from somewhere. */
final class Links {
    private Links() {}

    static List<Node> link(Props props, List<Value> children, Placement at, Mapping mapping) {
        return List.of(anchor(Role.LINK, props, Texts.content(props, children, at, mapping), mapping));
    }

    static List<Node> button(Props props, List<Value> children, Placement at, Mapping mapping) {
        Role role = props.choice("kind", "plain").equals("primary") ? Role.BUTTON_PRIMARY : Role.BUTTON;
        List<Node> content = Texts.content(props, children, at, mapping);
        if (props.value("href").isPresent()) {
            return List.of(anchor(role, props, content, mapping));
        }
        List<Attributed> more = new ArrayList<>();
        more.add(Tags.with(Attribute.TYPE, "submit"));
        props.text("name").ifPresent(name -> more.add(new Attributed(Attribute.NAME, name)));
        props.text("value").ifPresent(value -> more.add(new Attributed(Attribute.VALUE, value)));
        if (!props.flag("disabled").equals(Expression.FALSE)) {
            more.add(new Attributed(Attribute.DISABLED, new Content.Flag(props.flag("disabled"))));
        }
        return List.of(Tags.tag(Element.BUTTON, role, Texts.classes(props), content, more.toArray(Attributed[]::new)));
    }

    static List<Node> image(Props props, List<Value> children, Placement at, Mapping mapping) {
        List<Attributed> more = new ArrayList<>();
        address("src", props, mapping).ifPresent(src -> more.add(new Attributed(Attribute.SRC, src)));
        more.add(new Attributed(Attribute.ALT, props.text("alt").orElse(new Content.Text(""))));
        props.known("width").ifPresent(width -> more.add(Tags.with(Attribute.WIDTH, width)));
        props.known("height").ifPresent(height -> more.add(Tags.with(Attribute.HEIGHT, height)));
        more.add(Tags.with(Attribute.LOADING, "lazy"));
        return List.of(
                Tags.tag(Element.IMG, Role.IMAGE, Texts.classes(props), List.of(), more.toArray(Attributed[]::new)));
    }

    static List<Node> nav(Props props, List<Value> children, Placement at, Mapping mapping) {
        List<Node> links = new ArrayList<>();
        for (Value item : props.items("items")) {
            Map<String, Value> members = item instanceof ObjectValue object ? object.members() : Map.of();
            Props link = new Props(item.place(), members, mapping.values(), at);
            if (!members.containsKey("href") || !members.containsKey("text")) {
                mapping.findings()
                        .error(item.place(), "property-missing", "each item of 'nav' needs 'href' and 'text'");
            }
            List<Node> text = link.text("text").map(Tags::shown).orElse(List.of());
            links.add(Tags.bare(Element.LI, List.of(anchor(Role.NAV_LINK, link, text, mapping))));
        }
        Content label = props.text("label").orElse(new Content.Text(""));
        return List.of(Tags.tag(
                Element.NAV,
                Role.NAV,
                Texts.classes(props),
                List.of(Tags.bare(Element.UL, links)),
                new Attributed(Attribute.ARIA_LABEL, label)));
    }

    private static Node anchor(Role role, Props props, List<Node> content, Mapping mapping) {
        Attributed[] href = address("href", props, mapping)
                .map(address -> new Attributed[] {new Attributed(Attribute.HREF, address)})
                .orElseGet(() -> new Attributed[0]);
        return Tags.tag(Element.A, role, Texts.classes(props), content, href);
    }

    /** An address that is known must be allowed; one that is computed is checked when the page is written. */
    private static Optional<Content> address(String name, Props props, Mapping mapping) {
        Optional<Content> address = props.text(name);
        if (address.orElse(null) instanceof Content.Text(String text) && !Urls.isAllowed(text)) {
            mapping.findings()
                    .error(
                            props.value(name).map(Value::place).orElse(props.place()),
                            "unsafe-url",
                            "'%s' must be relative, or begin with http:, https:, mailto: or tel:, found '%s'"
                                    .formatted(name, text));
            return Optional.empty();
        }
        return address;
    }
}
