package dev.platen.engine.emit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.code.Segment;
import dev.platen.engine.html.HtmlWriter;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Presence;
import java.util.EnumSet;
import java.util.List;

/** Writes the buttons that make optional values and take them away. */
record PresenceEmitter(Emission emission) {
    private static final Expression IS_OBJECT =
            new Expression.Holds(Expression.Path.here(List.of()), new Check.Type(EnumSet.of(Check.Kind.OBJECT)));
    private static final Expression IS_THERE =
            new Expression.Holds(Expression.Path.here(List.of()), KeptEmitter.ANY_TYPE);

    /** Writes a section, whose value is the current one, with its buttons. */
    void section(Node.Section section, Where id, Runnable children) {
        if (section.presence() == Presence.FOLDED) {
            int test = emission.test(IS_OBJECT);
            children.run();
            emission.endTest(test);
        } else {
            children.run();
        }
        Expression editable = editable(section.state());
        if (section.presence() == Presence.GIVEN || editable.equals(Expression.FALSE)) {
            return;
        }
        int guard = emission.test(editable);
        int test = emission.test(IS_OBJECT);
        emission.buttons(section).named("close", "__optionalRemove", id, Role.REMOVE, Word.REMOVE, section.words());
        if (isMadeByMembers(section)) {
            emission.endTest(test);
        } else {
            int jump = emission.code().op(Op.JUMP, 0);
            emission.endTest(test);
            emission.buttons(section).named("open", "__optionalAdd", id, Role.ADD, Word.ADD, section.words());
            emission.code().patch(jump, 0);
        }
        emission.endTest(guard);
    }

    /** Writes a value of several forms, which is the current one, with the buttons that all of them share. */
    void alternatives(Node.Alternatives alternatives, Where id, Runnable content) {
        boolean isFolded = alternatives.presence() == Presence.FOLDED;
        int shown = isFolded ? emission.test(IS_THERE) : 0;
        content.run();
        Expression editable = editable(alternatives.state());
        boolean hasButtons = alternatives.presence() != Presence.GIVEN && !editable.equals(Expression.FALSE);
        if (hasButtons) {
            int guard = emission.test(editable);
            int there = isFolded ? 0 : emission.test(IS_THERE);
            emission.buttons(alternatives)
                    .named("close", "__optionalRemove", id, Role.REMOVE, Word.REMOVE, alternatives.words());
            emission.endTest(there);
            emission.endTest(guard);
        }
        if (isFolded) {
            int jump = emission.code().op(Op.JUMP, 0);
            emission.endTest(shown);
            add(alternatives, id);
            emission.code().patch(jump, 0);
        }
    }

    /** Writes the button that makes a value of the form that is shown, unless that is as easily entered. */
    void made(Node.Alternatives alternatives, Node form, Where id) {
        boolean isMade = alternatives.presence() == Presence.SWITCHED
                && !(form instanceof Node.Section section && section.children().isEmpty())
                && !ChoiceEmitter.isControl(form, _ -> true);
        if (isMade) {
            int missing = emission.test(new Expression.Not(IS_THERE));
            add(alternatives, id);
            emission.endTest(missing);
        }
    }

    private void add(Node.Alternatives alternatives, Where id) {
        Expression editable = editable(alternatives.state());
        int guard = emission.test(editable);
        if (guard >= 0) {
            emission.buttons(alternatives).named("open", "__optionalAdd", id, Role.ADD, Word.ADD, alternatives.words());
            emission.endTest(guard);
        }
    }

    /** Whether there is a button already that makes the object, by adding a member to it. */
    private static boolean isMadeByMembers(Node.Section section) {
        return section.presence() == Presence.SWITCHED
                && section.children().stream()
                        .anyMatch(child -> child instanceof Node.Entries entries && entries.canAdd());
    }

    /** Writes a part that contains itself, whose value is the current one, with its buttons. */
    void call(Node.Call call, Where id) {
        Segment path = emission.code().segment(HtmlWriter.escapedAttribute(id.id()));
        int address =
                emission.code().op(Op.CALL, call.routine(), path.offset(), path.length(), call.isOpen() ? 1 : 0, 0);
        if (!call.isOpen()) {
            emission.buttons(call).action("open", id, Role.OPEN, Word.OPEN, call.words());
        }
        emission.code().patch(address, 4);
        if (canClose(call)) {
            int guard = emission.test(editable(call.state()));
            int test = emission.test(IS_THERE);
            emission.buttons(call).named("close", "__close", id, Role.REMOVE, Word.REMOVE, call.words());
            emission.endTest(test);
            emission.endTest(guard);
        }
    }

    /** Whether a button takes away what is called; items and entries have such buttons themselves. */
    static boolean canClose(Node.Call call) {
        return !call.isOpen()
                && !call.state().isRequired()
                && !call.spot().members().isEmpty()
                && !editable(call.state()).equals(Expression.FALSE);
    }

    private static Expression editable(Node.State state) {
        Expression isFixed = FieldEmitter.either(state.disabled(), state.readOnly());
        if (isFixed.equals(Expression.FALSE)) {
            return Expression.TRUE;
        }
        return isFixed.equals(Expression.TRUE) ? Expression.FALSE : new Expression.Not(isFixed);
    }
}
