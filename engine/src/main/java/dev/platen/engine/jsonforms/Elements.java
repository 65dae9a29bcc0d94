package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Role;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Notice;
import dev.platen.engine.ir.Node.Tagged;
import dev.platen.engine.ir.Node.When;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/** Maps the elements of a UI schema to parts of a form, from the root down. Used for one document. */
final class Elements {
    private final Rules rules;
    private final Texts texts;
    private final Budget budget;
    private final Findings findings;
    private final Controls controls;
    private int categorizations;

    Elements(Document document, Scopes scopes, Rules rules, Texts texts, Budget budget, Findings findings) {
        this.rules = rules;
        this.texts = texts;
        this.budget = budget;
        this.findings = findings;
        this.controls = new Controls(this, document, scopes, texts, findings);
    }

    /** The controls, for schemas that contain themselves. */
    Controls controls() {
        return controls;
    }

    Node map(Value value, Surroundings around) {
        if (!(value instanceof ObjectValue object)) {
            return notice(value.place(), "an element must be an object, found " + value.kind());
        }
        if (!budget.affords(value.place(), around)) {
            return new Notice(Spot.SAME, Words.NONE, "");
        }
        Typed element = new Typed(object, findings);
        Rules.Ruled ruled = rules.of(element, around);
        Node node = visible(element, ruled.inside());
        return ruled.visible().equals(Expression.TRUE) ? node : new When(ruled.visible(), List.of(node), List.of());
    }

    private Node visible(Typed element, Surroundings around) {
        return switch (element.text("type").orElse("")) {
            case "VerticalLayout" -> Markup.tagged(Element.DIV, Role.VERTICAL, children(element, around));
            case "HorizontalLayout" -> Markup.tagged(Element.DIV, Role.HORIZONTAL, cells(element, around));
            case "Group" -> Markup.group(texts.ofElement(element, "label"), true, children(element, around));
            case "Categorization" -> categorization(element, around);
            case "Category" -> panel(element, around, true, "");
            case "Label" -> Markup.tagged(Element.P, Role.NOTE, List.of(Markup.text(texts.ofElement(element, "text"))));
            case "Control" -> controls.map(element, around, false);
            case "ListWithDetail" -> controls.map(element, around, true);
            default ->
                notice(
                        element.place(),
                        "there is no element of the type '%s'"
                                .formatted(element.text("type").orElse("")));
        };
    }

    private List<Node> children(Typed element, Surroundings around) {
        List<Node> children = new ArrayList<>();
        Surroundings inner = around.within(around.schema(), List.of());
        element.items("elements").forEach(child -> children.add(map(child, inner)));
        return children;
    }

    private List<Node> cells(Typed element, Surroundings around) {
        return children(element, around).stream()
                .<Node>map(child -> Markup.tagged(Element.DIV, Role.CELL, List.of(child)))
                .toList();
    }

    /** All panels are in the page, of which one is open: what is not seen is submitted all the same. */
    private Node categorization(Typed element, Surroundings around) {
        String name = "__categories_" + categorizations++;
        boolean isStepper = element.objectAt("options")
                .map(options -> new Typed(options, findings).text("variant").orElse(""))
                .orElse("")
                .equals("stepper");
        List<Node> panels = new ArrayList<>();
        Surroundings inner = around.within(around.schema(), List.of());
        for (Value value : element.items("elements")) {
            if (value instanceof ObjectValue object && budget.affords(value.place(), inner)) {
                Typed category = new Typed(object, findings);
                Rules.Ruled ruled = rules.of(category, inner);
                Node panel = panel(category, ruled.inside(), panels.isEmpty(), name);
                panels.add(
                        ruled.visible().equals(Expression.TRUE)
                                ? panel
                                : new When(ruled.visible(), List.of(panel), List.of()));
            }
        }
        return Markup.tagged(Element.DIV, isStepper ? Role.STEPS : Role.TABS, panels);
    }

    /** One that contains others is a categorization within a category. */
    private Node panel(Typed category, Surroundings around, boolean isOpen, String name) {
        List<Node> content = category.text("type").orElse("").equals("Categorization")
                ? List.of(categorization(category, around))
                : children(category, around);
        List<Attributed> attributes = new ArrayList<>();
        attributes.add(Markup.classes(Role.TAB));
        if (!name.isEmpty()) {
            attributes.add(new Attributed(Attribute.NAME, new Content.Id(name)));
        }
        if (isOpen) {
            attributes.add(new Attributed(Attribute.OPEN, new Content.Flag(Expression.TRUE)));
        }
        String label = texts.ofElement(category, "label");
        Node summary = new Tagged(Element.SUMMARY, List.of(), List.of(Markup.text(label.isEmpty() ? "…" : label)));
        return new Tagged(
                Element.DETAILS, attributes, List.of(summary, Markup.tagged(Element.DIV, Role.TAB_PANEL, content)));
    }

    Node notice(Place place, String message) {
        findings.warning(place, "element-unknown", message + "; it is not shown");
        return new Notice(Spot.SAME, Words.NONE, message);
    }
}
