package dev.platen.engine.compile;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import java.util.ArrayList;
import java.util.List;

/** A pass that drops what can never be shown, and the conditions of what always is; conditions are folded before. */
final class WithoutDeadParts {
    private int dropped;
    private int decided;

    private WithoutDeadParts() {}

    /**
     * What the pass did.
     *
     * @param form what is left
     * @param decided conditions whose outcome is known, and which are gone
     * @param dropped parts, counted at their top, that can never be shown
     */
    record Result(Form form, int decided, int dropped) {}

    static Result of(Form form) {
        WithoutDeadParts pass = new WithoutDeadParts();
        return new Result(Forms.map(form, pass::single), pass.decided, pass.dropped);
    }

    /** Where exactly one part is wanted: several, or none, are a condition that is always true. */
    private Node single(Node node) {
        List<Node> left = of(node);
        return left.size() == 1 ? left.getFirst() : new Node.When(Expression.TRUE, left, List.of());
    }

    private List<Node> all(List<Node> nodes) {
        List<Node> left = new ArrayList<>();
        nodes.forEach(node -> left.addAll(of(node)));
        return left;
    }

    private List<Node> of(Node node) {
        return switch (node) {
            case Node.When when -> when(when);
            case Node.Each each -> each(each);
            case Node.Section part -> List.of(part.with(all(part.children())));
            case Node.Tagged part -> List.of(new Node.Tagged(part.element(), part.attributes(), all(part.children())));
            case Node.Lazy part -> List.of(new Node.Lazy(part.name(), part.words(), all(part.body())));
            case Node.Repeat _, Node.Alternatives _, Node.Entries _ -> List.of(Inner.map(node, this::single));
            case Node.Posted part -> List.of(new Node.Posted(part.submit(), all(part.body())));
            case Node.Chart part -> List.of(new Node.Chart(part.drawing(), all(part.points())));
            case Node.Field _, Node.Call _, Node.Notice _, Node.Shown _, Node.Point _ -> List.of(node);
        };
    }

    private List<Node> when(Node.When when) {
        Expression condition = when.condition();
        if (!(condition instanceof Known)) {
            List<Node> then = all(when.then());
            List<Node> otherwise = all(when.otherwise());
            return then.isEmpty() && otherwise.isEmpty()
                    ? List.of()
                    : List.of(new Node.When(condition, then, otherwise));
        }
        decided++;
        boolean isTrue = condition.equals(Expression.TRUE);
        dropped += (isTrue ? when.otherwise() : when.then()).size();
        return all(isTrue ? when.then() : when.otherwise());
    }

    private List<Node> each(Node.Each each) {
        boolean isEmpty = each.list() instanceof Known(Constant.Items(var items)) && items.isEmpty();
        if (isEmpty) {
            dropped += each.body().size();
            return all(each.otherwise());
        }
        return List.of(new Node.Each(each.list(), all(each.body()), all(each.otherwise())));
    }
}
