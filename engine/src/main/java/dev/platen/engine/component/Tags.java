package dev.platen.engine.component;

import dev.platen.contract.plan.Role;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Shown;
import dev.platen.engine.ir.Node.Tagged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Elements of the library, each with the classes of its role. */
final class Tags {
    private static final List<Element> HEADINGS =
            List.of(Element.H1, Element.H2, Element.H3, Element.H4, Element.H5, Element.H6);

    private Tags() {}

    static Tagged tag(Element element, Role role, List<Node> children, Attributed... more) {
        return tag(element, role, "", children, more);
    }

    static Tagged tag(Element element, Role role, String classes, List<Node> children, Attributed... more) {
        List<Attributed> attributes = new ArrayList<>();
        attributes.add(new Attributed(Attribute.CLASS, new Content.Classes(role, classes)));
        attributes.addAll(Arrays.asList(more));
        return new Tagged(element, attributes, children);
    }

    static Tagged bare(Element element, List<Node> children, Attributed... attributes) {
        return new Tagged(element, Arrays.asList(attributes), children);
    }

    static List<Node> shown(Content content) {
        return List.of(new Shown(content));
    }

    static List<Node> shown(String text) {
        return shown(new Content.Text(text));
    }

    static Attributed with(Attribute attribute, String value) {
        return new Attributed(attribute, new Content.Text(value));
    }

    static Element heading(int level) {
        return HEADINGS.get(level - 1);
    }
}
