package dev.platen.engine.component;

import dev.platen.contract.plan.Role;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Components that hold others. */
final class Layouts {
    private Layouts() {}

    static List<Node> page(Props props, List<Value> children, Placement at, Mapping mapping) {
        return framed(Element.DIV, Role.PAGE, props, children, at, mapping);
    }

    static List<Node> section(Props props, List<Value> children, Placement at, Mapping mapping) {
        return framed(Element.SECTION, Role.PAGE_SECTION, props, children, at, mapping);
    }

    static List<Node> fragment(Props props, List<Value> children, Placement at, Mapping mapping) {
        return mapping.all(children, at);
    }

    static List<Node> grid(Props props, List<Value> children, Placement at, Mapping mapping) {
        return List.of(Tags.tag(Element.DIV, Role.GRID, Texts.classes(props), mapping.all(children, at)));
    }

    static List<Node> card(Props props, List<Value> children, Placement at, Mapping mapping) {
        List<Node> parts = new ArrayList<>();
        boolean isTitled = props.text("title").isPresent();
        props.text("title")
                .ifPresent(title -> parts.add(Tags.tag(Tags.heading(at.level()), Role.CARD_TITLE, Tags.shown(title))));
        parts.add(Tags.tag(Element.DIV, Role.CARD_BODY, mapping.all(children, isTitled ? at.below() : at)));
        return List.of(Tags.tag(Element.ARTICLE, Role.CARD, Texts.classes(props), parts));
    }

    private static List<Node> framed(
            Element element, Role role, Props props, List<Value> children, Placement at, Mapping mapping) {
        List<Node> parts = new ArrayList<>();
        boolean isTitled = props.text("title").isPresent();
        props.text("title")
                .ifPresent(title -> parts.add(Tags.tag(Tags.heading(at.level()), Role.HEADING, Tags.shown(title))));
        props.text("description").ifPresent(text -> parts.add(Tags.tag(Element.P, Role.TEXT, Tags.shown(text))));
        parts.addAll(mapping.all(children, isTitled ? at.below() : at));
        return List.of(Tags.tag(element, role, Texts.classes(props), parts));
    }

    private static Optional<Value> title(Value child) {
        return child instanceof ObjectValue object && object.member("props").orElse(null) instanceof ObjectValue given
                ? given.member("title")
                : Optional.empty();
    }

    /** The tab says what the section is called. */
    private static Value withoutHeading(Value child) {
        if (!(child instanceof ObjectValue section)
                || !(section.member("type").orElse(null) instanceof StringValue type)
                || !type.text().equals("section")
                || !(section.member("props").orElse(null) instanceof ObjectValue given)) {
            return child;
        }
        Map<String, Value> props = new LinkedHashMap<>(given.members());
        props.remove("title");
        Map<String, Value> members = new LinkedHashMap<>(section.members());
        members.put("props", new ObjectValue(given.place(), props));
        return new ObjectValue(section.place(), members);
    }

    /** Native disclosures that share a name: one is open at a time, without a script. */
    static List<Node> tabs(Props props, List<Value> children, Placement at, Mapping mapping) {
        String group = "tabs-" + mapping.number();
        List<Node> tabs = new ArrayList<>();
        for (Value child : children) {
            List<Node> title = title(child)
                    .flatMap(given -> mapping.values().content(given, at))
                    .map(Tags::shown)
                    .orElse(List.of());
            if (title.isEmpty()) {
                mapping.findings()
                        .error(
                                child.place(),
                                "property-missing",
                                "each child of 'tabs' needs a 'title' in its 'props'");
            }
            List<Node> body = mapping.one(withoutHeading(child), at);
            Node summary = Tags.tag(Element.SUMMARY, Role.TAB, title);
            Node panel = Tags.tag(Element.DIV, Role.TAB_PANEL, body);
            tabs.add(
                    tabs.isEmpty()
                            ? Tags.bare(
                                    Element.DETAILS,
                                    List.of(summary, panel),
                                    Tags.with(Attribute.NAME, group),
                                    Texts.flag(Attribute.OPEN))
                            : Tags.bare(Element.DETAILS, List.of(summary, panel), Tags.with(Attribute.NAME, group)));
        }
        return List.of(Tags.tag(Element.DIV, Role.TABS, Texts.classes(props), tabs));
    }

    /** A disclosure: opens where it stands, without a script. */
    static List<Node> modal(Props props, List<Value> children, Placement at, Mapping mapping) {
        List<Node> title = props.text("title").map(Tags::shown).orElse(List.of());
        return List.of(Tags.tag(
                Element.DETAILS,
                Role.MODAL,
                Texts.classes(props),
                List.of(
                        Tags.tag(Element.SUMMARY, Role.BUTTON, title),
                        Tags.tag(Element.DIV, Role.MODAL_BODY, mapping.all(children, at)))));
    }
}
