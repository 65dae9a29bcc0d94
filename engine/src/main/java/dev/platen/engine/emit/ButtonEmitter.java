package dev.platen.engine.emit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.html.Swaps;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/** Writes buttons that send a form in order to change it rather than to submit it. */
record ButtonEmitter(Emission emission, Node part) {
    /**
     * Where there are scripts, the button replaces the frame around it, or all that depends on what it changes, rather than
     * the page, and need not be pressed after a choice.
     */
    private void swap(Consumer<Runnable> frame, boolean isOfMenu) {
        Runnable target = () -> emission.code().op(Op.TARGET);
        Swapping swapping = emission.swapping();
        switch (swapping.of(part)) {
            case FRAME -> frame.accept(target);
            case FORM -> Swaps.form(emission.html(), emission.hasFiles(), swapping.root(), target);
            case PAGE -> {
                return;
            }
        }
        if (isOfMenu) {
            emission.html().attribute(Attribute.HX_TRIGGER, "click, change from:previous select");
        }
    }

    /** Writes the button that removes the file that is the current value. It replaces the block around it. */
    void file(Where id) {
        begin(
                "clear",
                "__clear",
                id,
                Role.REMOVE,
                () -> swap(target -> Swaps.block(emission.html(), emission.hasFiles(), target), false));
        emission.html().begin(Attribute.ARIA_LABEL);
        emission.word(Word.REMOVE);
        emission.html().attributeText(" ");
        emission.code().op(Op.FILE_NAME);
        emission.html().end().inside();
        emission.word(Word.REMOVE);
        emission.html().close(Element.BUTTON);
    }

    /** Writes a button that sends the form in order to change it rather than to submit it. */
    void action(String action, Where id, Role role, Word label, Words of) {
        action(action, id, role, label, of, List.of());
    }

    /** The same for a button that is called after a text within the current value, where there is one. */
    void action(String action, Where id, Role role, Word label, Words of, List<String> named) {
        begin(action, "__" + action, id, role);
        if (of.hasTitle()) {
            emission.html().begin(Attribute.ARIA_LABEL);
            emission.word(label);
            emission.html().attributeText(" ");
            attributeName(of, named);
            emission.html().end();
        }
        emission.html().inside();
        emission.word(label);
        emission.html().close(Element.BUTTON);
    }

    private void attributeName(Words of, List<String> named) {
        if (named.isEmpty()) {
            emission.attributeTitle(of);
            return;
        }
        Expression.Path name = Expression.Path.here(named);
        Check isText = new Check.All(
                List.of(new Check.Type(EnumSet.of(Check.Kind.STRING)), new Check.Length(1, Integer.MAX_VALUE)));
        int test = emission.test(new Expression.Holds(name, isText));
        emission.write(emission.tables().expression(name), Op.Context.ATTRIBUTE);
        int jump = emission.code().op(Op.JUMP, 0);
        emission.endTest(test);
        emission.attributeTitle(of);
        emission.code().patch(jump, 0);
    }

    /** The same where people see what the button is about, not only hear it. */
    void named(String action, String suffix, Where id, Role role, Word label, Words of) {
        begin(action, suffix, id, role);
        emission.html().inside();
        emission.word(label);
        if (of.hasTitle()) {
            emission.html().text(" ");
            emission.title(of);
        }
        emission.html().close(Element.BUTTON);
    }

    private void begin(String action, String suffix, Where id, Role role) {
        begin(
                action,
                suffix,
                id,
                role,
                () -> swap(
                        target -> Swaps.frame(emission.html(), emission.hasFiles(), target), action.equals("choose")));
    }

    /** Begins one, where there are scripts with what {@code swap} adds. */
    private void begin(String action, String suffix, Where id, Role role, Runnable swap) {
        emission.html().open(Element.BUTTON).attribute(Attribute.TYPE, "submit");
        emission.role(role);
        id.then(suffix).attribute(Attribute.ID, emission.code(), emission.html());
        emission.html().attribute(Attribute.NAME, "_" + action);
        id.attribute(Attribute.VALUE, emission.code(), emission.html());
        emission.html().flag(Attribute.FORMNOVALIDATE);
        int scripted = emission.code().op(Op.SCRIPTED, 0);
        swap.run();
        emission.code().patch(scripted, 0);
    }
}
