package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Role;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Shown;
import dev.platen.engine.ir.Node.Tagged;
import java.util.ArrayList;
import java.util.List;

/** The elements that layouts are made of. */
final class Markup {
    private Markup() {}

    /** An element that is there for its role. */
    static Tagged tagged(Element element, Role role, List<Node> children) {
        return new Tagged(element, List.of(classes(role)), children);
    }

    static Node text(String text) {
        return new Shown(new Content.Text(text));
    }

    static Attributed classes(Role role) {
        return new Attributed(Attribute.CLASS, new Content.Classes(role, ""));
    }

    /** Parts that belong together; without a label the frame goes without a legend. */
    static Node group(String label, boolean isLabelShown, List<Node> children) {
        if (label.isEmpty() || !isLabelShown) {
            return tagged(Element.DIV, Role.GROUP, children);
        }
        List<Node> all = new ArrayList<>();
        all.add(tagged(Element.LEGEND, Role.LEGEND, List.of(text(label))));
        all.addAll(children);
        return tagged(Element.FIELDSET, Role.GROUP, all);
    }
}
