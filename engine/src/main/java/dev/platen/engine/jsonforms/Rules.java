package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Apply;
import dev.platen.contract.plan.Expression.Holds;
import dev.platen.contract.plan.Expression.Operator;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.jsonschema.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rule of an element says. Conditions are told apart in the order in which JSON Forms does it. */
record Rules(Checks checks) {
    /**
     * An element's rule.
     *
     * @param visible when the element is there
     * @param inside what is around the parts of the element
     */
    record Ruled(Expression visible, Surroundings inside) {}

    Ruled of(Typed element, Surroundings around) {
        Optional<Typed> rule = element.objectAt("rule").map(found -> new Typed(found, element.findings()));
        if (rule.isEmpty()) {
            return new Ruled(Expression.TRUE, around);
        }
        Expression fulfilled = rule.get()
                .objectAt("condition")
                .map(condition -> condition(new Typed(condition, element.findings()), around))
                .orElse(Expression.TRUE);
        String effect = rule.get().text("effect").orElse("");
        return switch (effect) {
            case "SHOW" -> new Ruled(fulfilled, around);
            case "HIDE" -> new Ruled(Logic.not(fulfilled), around);
            case "ENABLE" -> new Ruled(Expression.TRUE, around.disabledBy(Logic.not(fulfilled)));
            case "DISABLE" -> new Ruled(Expression.TRUE, around.disabledBy(fulfilled));
            case "READONLY" -> new Ruled(Expression.TRUE, around.readOnlyBy(fulfilled));
            case "WRITABLE" -> new Ruled(Expression.TRUE, around.readOnlyBy(Logic.not(fulfilled)));
            default -> {
                element.findings()
                        .warning(
                                rule.get().place(),
                                "unknown-effect",
                                "an effect is one of SHOW, HIDE, ENABLE, DISABLE, READONLY, WRITABLE; found '%s', the rule has no effect"
                                        .formatted(effect));
                yield new Ruled(Expression.TRUE, around);
            }
        };
    }

    private Expression condition(Typed condition, Surroundings around) {
        boolean isNamed = condition
                .value("type")
                .filter(Value.StringValue.class::isInstance)
                .isPresent();
        String type = isNamed ? condition.text("type").orElse("") : "";
        if (type.equals("AND")) {
            return new Expression.And(conditions(condition, around));
        }
        if (type.equals("OR")) {
            return new Expression.Or(conditions(condition, around));
        }
        if (type.equals("LEAF")) {
            return leaf(condition, around);
        }
        return condition
                .value("schema")
                .map(schema -> holds(schema, condition, around))
                .orElseGet(() -> unknown(condition));
    }

    private List<Expression> conditions(Typed condition, Surroundings around) {
        List<Expression> conditions = new ArrayList<>();
        for (Value operand : condition.items("conditions")) {
            if (operand instanceof ObjectValue object) {
                conditions.add(condition(new Typed(object, condition.findings()), around));
            }
        }
        return conditions;
    }

    /** Equality is strict: no object and no list is equal to another. */
    private Expression leaf(Typed condition, Surroundings around) {
        Expression.Path path = path(condition, around);
        Optional<Value> expected = condition.value("expectedValue");
        if (expected.isEmpty()) {
            return Logic.not(new Apply(Operator.HAS, List.of(path)));
        }
        if (expected.get() instanceof ObjectValue || expected.get() instanceof ArrayValue) {
            condition
                    .findings()
                    .warning(
                            expected.get().place(),
                            "condition-never-true",
                            "nothing is identical with %s; use a condition with a schema"
                                    .formatted(expected.get().kind()));
            return Expression.FALSE;
        }
        Value constant = new ObjectValue(condition.place(), Map.of("const", expected.get()));
        return new Holds(path, checks.of(constant));
    }

    private Expression holds(Value schema, Typed condition, Surroundings around) {
        Expression.Path path = path(condition, around);
        Holds holds = new Holds(path, checks.of(schema));
        return condition.isTrue("failWhenUndefined")
                ? new Expression.And(List.of(new Apply(Operator.HAS, List.of(path)), holds))
                : holds;
    }

    private static Expression unknown(Typed condition) {
        condition
                .findings()
                .warning(
                        condition.place(),
                        "condition-unknown",
                        "a condition has a 'schema', an 'expectedValue' or 'conditions'; functions cannot be run here and count as true");
        return Expression.TRUE;
    }

    private static Expression.Path path(Typed condition, Surroundings around) {
        return around.reading(Scopes.members(condition.text("scope").orElse("#")));
    }
}
