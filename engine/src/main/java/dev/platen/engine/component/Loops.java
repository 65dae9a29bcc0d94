package dev.platen.engine.component;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.expression.Bindings.Argument;
import dev.platen.engine.expression.Expressions;
import dev.platen.engine.ir.Inner;
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
 * @param findings takes what is wrong
 * @param room tells whether there is room for one more part
 */
record Loops(Values values, Findings findings, Predicate<Value> room) {
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
        return computed.map(
                        each -> List.<Node>of(new Node.Each(each, unposted(body.apply(at.inLoop()), list), otherwise)))
                .orElse(List.of());
    }

    /** Controls are read once from what is posted, however often they were shown: the parts must not have any. */
    private List<Node> unposted(List<Node> body, Value list) {
        if (body.stream().anyMatch(Loops::hasControl)) {
            findings.error(
                    list.place(),
                    "fields-repeated",
                    "what is repeated shows 'fields', which can be entered once only; move them out of 'each', or enter a list by a property of the type array");
            return List.of();
        }
        return body;
    }

    private static boolean hasControl(Node node) {
        return switch (node) {
            case Node.Section _, Node.Repeat _, Node.Entries _, Node.Alternatives _, Node.Field _, Node.Call _ -> true;
            case Node.When _, Node.Tagged _, Node.Each _, Node.Lazy _, Node.Posted _, Node.Chart _ ->
                Inner.of(node).stream().anyMatch(Loops::hasControl);
            case Node.Notice _, Node.Shown _, Node.Point _ -> false;
        };
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
