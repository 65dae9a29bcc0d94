package dev.platen.engine.submit;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Option;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether conditions hold that are made of checks; those that need more than that count as not true. */
final class Truth {
    private final @Nullable Value root;
    private final Checks checks;
    private final Budget budget;

    Truth(@Nullable Value root, Checks checks, Budget budget) {
        this.root = root;
        this.checks = checks;
        this.budget = budget;
    }

    boolean holds(Expression condition, @Nullable Value here) {
        budget.enter();
        boolean holds =
                switch (condition) {
                    case Expression.Known known -> isTrue(known.constant());
                    case Expression.Path path ->
                        value(path, here).orElse(null) instanceof BooleanValue flag && flag.isTrue();
                    case Expression.Holds check -> holds(check, here);
                    case Expression.Not not -> !holds(not.operand(), here);
                    case Expression.And and -> and.operands().stream().allMatch(each -> holds(each, here));
                    case Expression.Or or -> or.operands().stream().anyMatch(each -> holds(each, here));
                    case Expression.Conditional when ->
                        holds(holds(when.condition(), here) ? when.then() : when.otherwise(), here);
                    case Expression.Apply apply -> false;
                    case Expression.Script script -> false;
                };
        budget.leave();
        return holds;
    }

    private static boolean isTrue(Constant constant) {
        return constant instanceof Constant.Single single && single.option().type() == Option.Type.TRUE;
    }

    private boolean holds(Expression.Holds condition, @Nullable Value here) {
        return value(condition.path(), here)
                .map(value -> checks.holds(condition.check(), value))
                .orElseGet(() -> checks.holdsForNothing(condition.check()));
    }

    private Optional<Value> value(Expression.Path path, @Nullable Value here) {
        return switch (path.base()) {
            case ROOT -> Optional.ofNullable(at(root, path.steps()));
            case HERE -> Optional.ofNullable(at(here, path.steps()));
            case ITEM, POSITION -> Optional.empty();
        };
    }

    private static @Nullable Value at(@Nullable Value from, List<String> steps) {
        Value value = from;
        for (String step : steps) {
            value = switch (value) {
                case ObjectValue object -> object.members().get(step);
                case ArrayValue array -> item(array.items(), step);
                case null, default -> null;
            };
        }
        return value;
    }

    private static @Nullable Value item(List<Value> items, String step) {
        boolean isIndex = step.matches("0|[1-9][0-9]{0,8}");
        return isIndex && Integer.parseInt(step) < items.size() ? items.get(Integer.parseInt(step)) : null;
    }
}
