package dev.platen.engine.emit;

import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Alternatives;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.When;
import java.util.function.Predicate;

/** Writes values of several forms. */
record ChoiceEmitter(Emission emission, NodeEmitter nodes, FieldEmitter fields) {
    /** Writes the choice and the form that is chosen, with the buttons of both; the value is the current one. */
    void alternatives(Alternatives alternatives, Where id) {
        PresenceEmitter presence = new PresenceEmitter(emission);
        presence.alternatives(alternatives, id, () -> chosen(alternatives, id, presence));
    }

    private void chosen(Alternatives alternatives, Where id, PresenceEmitter presence) {
        Where own = id.then(alternatives.suffix());
        Segment segment = emission.code().segment(HtmlWriter.escapedAttribute(own.id()));
        int table = emission.tables()
                .alternatives(
                        alternatives.branches().stream().map(Node.Branch::fits).toList(), alternatives.initial());
        emission.code().op(Op.PICK, table, segment.offset(), segment.length());
        choice(alternatives, id, own);
        boolean isNamed = isNamedWithin(alternatives);
        new KeptEmitter(emission).choice(alternatives, own);
        for (int i = 0; i < alternatives.branches().size(); i++) {
            int branch = emission.code().op(Op.CASE, i, 0);
            Node form = alternatives.branches().get(i).node();
            nodes.content(form, id);
            if (isNamed && !isControl(form, _ -> true)) {
                emission.errors(id, alternatives.state());
            }
            presence.made(alternatives, form, id);
            emission.code().patch(branch, 1);
        }
        emission.code().op(Op.DROP);
    }

    private void choice(Alternatives alternatives, Where id, Where own) {
        emission.html().open(Element.DIV);
        emission.role(Role.ALTERNATIVES);
        emission.html().inside().open(Element.SELECT);
        emission.role(Role.ALTERNATIVE_CHOICE);
        own.attribute(Attribute.ID, emission.code(), emission.html());
        own.attribute(Attribute.NAME, emission.code(), emission.html());
        emission.html().begin(Attribute.ARIA_LABEL);
        emission.word(Word.OPTION);
        if (alternatives.words().hasTitle()) {
            emission.html().attributeText(" ");
            emission.attributeTitle(alternatives.words());
        }
        emission.html().end();
        emission.flag(Attribute.DISABLED, alternatives.state().disabled());
        emission.html().inside();
        for (int i = 0; i < alternatives.branches().size(); i++) {
            emission.html().open(Element.OPTION).attribute(Attribute.VALUE, Integer.toString(i));
            fields.mark(i, Attribute.SELECTED);
            emission.html().inside();
            emission.text(alternatives.branches().get(i).title());
            emission.html().close(Element.OPTION);
        }
        emission.html().close(Element.SELECT);
        emission.buttons(alternatives).action("choose", id, Role.CHANGE, Word.CHANGE, alternatives.words());
        emission.html().close(Element.DIV);
    }

    /** Whether a form of the value is a single control: that has the id of the value, and shows what is wrong with it. */
    static boolean isNamedWithin(Node node) {
        return hasForm(node, _ -> true);
    }

    /** Whether the title of a form of the value stands in a frame of its own. */
    static boolean isTitledWithin(Node node) {
        return hasForm(node, control -> switch (control) {
            case Control.Radios _, Control.Boxes _, Control.DateMenus _ -> true;
            case Control.Line _, Control.Lines _, Control.Raw _, Control.Box _, Control.Menu _ -> false;
            case Control.MultipleMenu _, Control.File _, Control.Concealed _ -> false;
        });
    }

    private static boolean hasForm(Node node, Predicate<Control> wanted) {
        return node instanceof Alternatives alternatives
                && alternatives.branches().stream().anyMatch(branch -> isControl(branch.node(), wanted));
    }

    static boolean isControl(Node node, Predicate<Control> wanted) {
        return switch (node) {
            case Field field -> wanted.test(field.control());
            case When when ->
                when.then().stream().anyMatch(part -> isControl(part, wanted))
                        || when.otherwise().stream().anyMatch(part -> isControl(part, wanted));
            default -> false;
        };
    }
}
