package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Shown;
import dev.platen.engine.ir.Node.Tagged;
import dev.platen.engine.ir.Node.When;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps categorizations. All panels are in the page, of which one is open: what is not seen is submitted all the same, and
 * a link to a panel opens it. Used for one document.
 */
final class Categories {
    private final Elements elements;
    private final Rules rules;
    private final Texts texts;
    private final Budget budget;
    private int count;

    Categories(Elements elements, Rules rules, Texts texts, Budget budget) {
        this.elements = elements;
        this.rules = rules;
        this.texts = texts;
        this.budget = budget;
    }

    /**
     * One category.
     *
     * @param element the category, or a categorization within one
     * @param ruled what its rule says
     * @param panel id of its panel
     */
    private record Step(Typed element, Rules.Ruled ruled, String panel) {}

    Node map(Typed element, Surroundings around) {
        String name = "__categories_" + count++;
        Typed options = new Typed(
                element.objectAt("options").orElseGet(() -> Typed.nothing(element.place())), element.findings());
        boolean isStepper = options.text("variant").orElse("").equals("stepper");
        boolean hasLinks = isStepper && options.isTrue("showNavButtons");
        List<Step> steps = steps(element, around.within(around.schema(), List.of()), name);
        List<Node> panels = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Node> content = content(steps.get(i));
            if (hasLinks) {
                content.add(links(steps, i, around));
            }
            Node panel = panel(steps.get(i), content, panels.isEmpty(), name);
            panels.add(where(steps.get(i), panel, List.of()));
        }
        return Markup.tagged(Element.DIV, isStepper ? Role.STEPS : Role.TABS, panels);
    }

    /** A category that stands by itself. */
    Node alone(Typed category, Surroundings around) {
        Step step = new Step(category, new Rules.Ruled(Expression.TRUE, around), "__category_" + count++);
        return panel(step, content(step), true, "");
    }

    private List<Step> steps(Typed element, Surroundings around, String name) {
        List<Step> steps = new ArrayList<>();
        for (Value value : element.items("elements")) {
            if (value instanceof ObjectValue object && budget.affords(value.place(), around)) {
                Typed category = new Typed(object, element.findings());
                steps.add(new Step(category, rules.of(category, around), name + "-" + steps.size()));
            }
        }
        return steps;
    }

    /** One that contains others is a categorization within a category. */
    private List<Node> content(Step step) {
        Surroundings inside = step.ruled().inside();
        return new ArrayList<>(
                step.element().text("type").orElse("").equals("Categorization")
                        ? List.of(map(step.element(), inside))
                        : elements.children(step.element(), inside));
    }

    private Node panel(Step step, List<Node> content, boolean isOpen, String name) {
        List<Attributed> attributes = new ArrayList<>();
        attributes.add(Markup.classes(Role.TAB));
        if (!name.isEmpty()) {
            attributes.add(new Attributed(Attribute.NAME, new Content.Id(name)));
        }
        if (isOpen) {
            attributes.add(new Attributed(Attribute.OPEN, new Content.Flag(Expression.TRUE)));
        }
        String label = texts.ofElement(step.element(), "label");
        Node summary = new Tagged(Element.SUMMARY, List.of(), List.of(Markup.text(label.isEmpty() ? "…" : label)));
        List<Attributed> own =
                List.of(Markup.classes(Role.TAB_PANEL), new Attributed(Attribute.ID, new Content.Id(step.panel())));
        return new Tagged(Element.DETAILS, attributes, List.of(summary, new Tagged(Element.DIV, own, content)));
    }

    /** Links to the nearest panels before and behind that are there. */
    private Node links(List<Step> steps, int index, Surroundings around) {
        List<Node> links = new ArrayList<>();
        links.addAll(link(steps.subList(0, index).reversed(), Word.PREVIOUS, around));
        links.addAll(link(steps.subList(index + 1, steps.size()), Word.NEXT, around));
        return Markup.tagged(Element.DIV, Role.PAGER, links);
    }

    private List<Node> link(List<Step> candidates, Word word, Surroundings around) {
        if (candidates.isEmpty()
                || !budget.affords(candidates.getFirst().element().place(), around)) {
            return List.of();
        }
        Step nearest = candidates.getFirst();
        Node link = new Tagged(
                Element.A,
                List.of(Markup.classes(Role.BUTTON), new Attributed(Attribute.HREF, new Content.Id(nearest.panel()))),
                List.of(new Shown(new Content.Own(word))));
        return nearest.ruled().visible().equals(Expression.TRUE)
                ? List.of(link)
                : List.of(where(nearest, link, link(candidates.subList(1, candidates.size()), word, around)));
    }

    private static Node where(Step step, Node node, List<Node> otherwise) {
        Expression visible = step.ruled().visible();
        return visible.equals(Expression.TRUE) ? node : new When(visible, List.of(node), otherwise);
    }
}
