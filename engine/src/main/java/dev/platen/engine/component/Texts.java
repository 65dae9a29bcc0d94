package dev.platen.engine.component;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Role;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import java.util.ArrayList;
import java.util.List;

/** Components that say something. */
final class Texts {
    private Texts() {}

    static List<Node> heading(Props props, List<Value> children, Placement at, Mapping mapping) {
        int level = Math.clamp(props.count("level", at.level()), 1, 6);
        return List.of(
                Tags.tag(Tags.heading(level), Role.HEADING, classes(props), content(props, children, at, mapping)));
    }

    static List<Node> text(Props props, List<Value> children, Placement at, Mapping mapping) {
        return List.of(Tags.tag(Element.P, Role.TEXT, classes(props), content(props, children, at, mapping)));
    }

    static List<Node> badge(Props props, List<Value> children, Placement at, Mapping mapping) {
        return List.of(Tags.tag(Element.SPAN, Role.BADGE, classes(props), content(props, children, at, mapping)));
    }

    static List<Node> alert(Props props, List<Value> children, Placement at, Mapping mapping) {
        String kind = props.choice("kind", "info");
        Role role =
                switch (kind) {
                    case "success" -> Role.ALERT_SUCCESS;
                    case "warning" -> Role.ALERT_WARNING;
                    case "error" -> Role.ALERT_ERROR;
                    default -> Role.ALERT_INFO;
                };
        List<Node> parts = new ArrayList<>();
        props.text("title").ifPresent(title -> parts.add(Tags.bare(Element.STRONG, Tags.shown(title))));
        List<Node> content = content(props, children, at, mapping);
        if (!parts.isEmpty() && !content.isEmpty()) {
            parts.addAll(Tags.shown(" "));
        }
        parts.addAll(content);
        String announced = kind.equals("error") || kind.equals("warning") ? "alert" : "status";
        return List.of(Tags.tag(Element.DIV, role, classes(props), parts, Tags.with(Attribute.ROLE, announced)));
    }

    static List<Node> stat(Props props, List<Value> children, Placement at, Mapping mapping) {
        List<Node> label = props.text("label").map(Tags::shown).orElse(List.of());
        List<Node> value = props.text("value").map(Tags::shown).orElse(List.of());
        return List.of(Tags.tag(
                Element.DL,
                Role.STAT,
                classes(props),
                List.of(Tags.tag(Element.DT, Role.STAT_LABEL, label), Tags.tag(Element.DD, Role.STAT_VALUE, value))));
    }

    /** The text, then the children. */
    static List<Node> content(Props props, List<Value> children, Placement at, Mapping mapping) {
        List<Node> parts = new ArrayList<>();
        props.text("text").ifPresent(text -> parts.addAll(Tags.shown(text)));
        parts.addAll(mapping.all(children, at));
        return parts;
    }

    /** The author's own classes; anything else that is not one is left out. */
    static String classes(Props props) {
        String given = props.known("class").orElse("");
        return given.matches("[A-Za-z0-9_-]+( [A-Za-z0-9_-]+)*") ? given : "";
    }

    static Attributed flag(Attribute attribute) {
        return new Attributed(attribute, new Content.Flag(Expression.TRUE));
    }
}
