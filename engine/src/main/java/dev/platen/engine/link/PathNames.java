package dev.platen.engine.link;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Names;
import dev.platen.contract.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the names of members that expressions read, so that they are looked up once and not for every page. */
final class PathNames {
    private final Set<String> names;

    private PathNames(Plan plan) {
        this.names = new LinkedHashSet<>(plan.names().names());
    }

    /** The names of the plan, which keep their indexes, and behind them those that only its expressions have. */
    static Names of(Plan plan) {
        PathNames found = new PathNames(plan);
        plan.expressions().forEach(found::add);
        return found.names.size() == plan.names().size() ? plan.names() : new Names(new ArrayList<>(found.names));
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.Path path -> names.addAll(path.steps());
            case Expression.Holds holds -> names.addAll(holds.path().steps());
            case Expression.Not not -> add(not.operand());
            case Expression.And and -> and.operands().forEach(this::add);
            case Expression.Or or -> or.operands().forEach(this::add);
            case Expression.Apply apply -> apply.operands().forEach(this::add);
            case Expression.Conditional conditional -> {
                add(conditional.condition());
                add(conditional.then());
                add(conditional.otherwise());
            }
            case Expression.Known known -> {}
            case Expression.Script script -> {}
        }
    }
}
