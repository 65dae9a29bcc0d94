package dev.platen.engine.component;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.engine.expression.Bindings.Argument;
import dev.platen.engine.expression.Expressions;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Parts once for each item of a list. A list that is known is written out: its items are then known in every expression.
 *
 * @param values reads lists
 * @param room tells whether there is room for one more part
 */
record Loops(Values values, Predicate<Value> room) {
    /**
     * The parts for the items.
     *
     * @param list a list, or an expression that gives one
     * @param otherwise the parts where there are no items
     * @param body the parts for one item
     */
    List<Node> over(Value list, Placement at, List<Node> otherwise, Function<Placement, List<Node>> body) {
        if (list instanceof ArrayValue array) {
            return written(
                    list,
                    array.items().stream()
                            .map(item -> values.argument(item, at))
                            .toList(),
                    at,
                    otherwise,
                    body);
        }
        Optional<Expression> computed = values.list(list, at);
        if (computed.orElse(null) instanceof Known(Constant.Items(List<Constant> items))) {
            return written(
                    list,
                    items.stream()
                            .map(item -> Expressions.argument(item, at.bindings()))
                            .toList(),
                    at,
                    otherwise,
                    body);
        }
        return computed.map(each -> List.<Node>of(new Node.Each(each, body.apply(at.inLoop()), otherwise)))
                .orElse(List.of());
    }

    private List<Node> written(
            Value list,
            List<Argument> items,
            Placement at,
            List<Node> otherwise,
            Function<Placement, List<Node>> body) {
        List<Node> parts = new ArrayList<>();
        for (int index = 0; index < items.size() && room.test(list); index++) {
            parts.addAll(body.apply(at.at(items.get(index), index)));
        }
        return items.isEmpty() ? otherwise : parts;
    }
}
