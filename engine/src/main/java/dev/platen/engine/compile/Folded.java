package dev.platen.engine.compile;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Alternatives;
import dev.platen.engine.ir.Node.Call;
import dev.platen.engine.ir.Node.Entries;
import dev.platen.engine.ir.Node.Field;
import dev.platen.engine.ir.Node.Repeat;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Node.Tagged;
import dev.platen.engine.ir.Node.When;
import java.util.List;

/**
 * A pass that computes what is known while compiling: of the conditions of parts and states, and of the values that are
 * shown. What single expressions can be folded by themselves already is when they are read.
 */
final class Folded {
    private int open;
    private int decided;

    private Folded() {}

    /**
     * What the pass did.
     *
     * @param form with its expressions folded
     * @param conditions how many conditions that were not plainly true or false there were
     * @param decided how many of them are known now
     */
    record Result(Form form, int conditions, int decided) {}

    static Result of(Form form) {
        Folded pass = new Folded();
        Form folded = Forms.map(form, pass::node);
        return new Result(folded, pass.open, pass.decided);
    }

    private Node node(Node node) {
        Node inner = Inner.map(node, this::node);
        return switch (inner) {
            case When when -> new When(condition(when.condition()), when.then(), when.otherwise());
            case Section part ->
                new Section(part.spot(), part.words(), state(part.state()), part.presence(), part.children());
            case Repeat part -> repeat(part);
            case Entries part -> part.with(part.spot(), state(part.state()), part.kinds());
            case Alternatives part ->
                new Alternatives(
                        part.spot(),
                        part.words(),
                        state(part.state()),
                        part.presence(),
                        part.suffix(),
                        part.branches(),
                        part.initial());
            case Field part -> field(part);
            case Call part ->
                new Call(part.spot(), part.routine(), part.words(), state(part.state()), part.isOpen(), part.isBare());
            case Tagged part -> new Tagged(part.element(), attributes(part.attributes()), part.children());
            case Node.Shown part -> new Node.Shown(content(part.content()));
            case Node.Point part ->
                new Node.Point(
                        FoldedConditions.value(part.label()),
                        part.values().stream().map(FoldedConditions::value).toList());
            case Node.Each _, Node.Lazy _, Node.Notice _, Node.Posted _, Node.Chart _ -> inner;
        };
    }

    private Repeat repeat(Repeat part) {
        return new Repeat(
                part.spot(),
                part.words(),
                state(part.state()),
                part.fixed(),
                part.item(),
                part.initial(),
                part.buttons());
    }

    private Field field(Field part) {
        return new Field(
                part.spot(),
                part.words(),
                part.control(),
                state(part.state()),
                part.initial(),
                part.type(),
                part.empty());
    }

    private Expression condition(Expression condition) {
        if (condition instanceof Known) {
            return FoldedConditions.of(condition);
        }
        Expression folded = FoldedConditions.of(condition);
        open++;
        decided += folded instanceof Known ? 1 : 0;
        return folded;
    }

    private State state(State state) {
        boolean isPlain = state.disabled() instanceof Known && state.readOnly() instanceof Known;
        return isPlain
                ? state
                : new State(
                        state.isRequired(),
                        condition(state.disabled()),
                        condition(state.readOnly()),
                        state.hasFocus(),
                        state.hidesErrors(),
                        state.classes(),
                        state.isUnmarked());
    }

    private List<Attributed> attributes(List<Attributed> attributes) {
        return attributes.stream()
                .map(each -> new Attributed(each.attribute(), content(each.content())))
                .toList();
    }

    private Content content(Content content) {
        return switch (content) {
            case Content.Flag flag -> new Content.Flag(condition(flag.condition()));
            case Content.Computed computed -> new Content.Computed(FoldedConditions.value(computed.value()));
            case Content.Text _, Content.Own _, Content.Classes _, Content.Id _ -> content;
        };
    }
}
