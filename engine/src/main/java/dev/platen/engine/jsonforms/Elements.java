package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Role;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Notice;
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
    private final Categories categories;

    Elements(Document document, Scopes scopes, Rules rules, Texts texts, Budget budget, Findings findings) {
        this.rules = rules;
        this.texts = texts;
        this.budget = budget;
        this.findings = findings;
        this.categories = new Categories(this, rules, texts, budget);
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
            case "Categorization" -> categories.map(element, around);
            case "Category" -> categories.alone(element, around);
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

    /** The elements within one. */
    List<Node> children(Typed element, Surroundings around) {
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

    Node notice(Place place, String message) {
        findings.warning(place, "element-unknown", message + "; it is not shown");
        return new Notice(new Spot(List.of(), "__notice"), Words.NONE, message);
    }
}
