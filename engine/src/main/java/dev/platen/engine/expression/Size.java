package dev.platen.engine.expression;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.And;
import dev.platen.contract.plan.Expression.Apply;
import dev.platen.contract.plan.Expression.Conditional;
import dev.platen.contract.plan.Expression.Holds;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Expression.Not;
import dev.platen.contract.plan.Expression.Or;
import dev.platen.contract.plan.Expression.Path;
import dev.platen.contract.plan.Expression.Script;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Counts the operators and values of expressions. One that is handed on and used twice in every step doubles with each. */
final class Size {
    private Size() {}

    /** Whether there are more than {@code most}; counts no further. */
    static boolean isMoreThan(int most, Expression expression) {
        Deque<Expression> open = new ArrayDeque<>(List.of(expression));
        for (int count = 0; !open.isEmpty(); count++) {
            if (count == most) {
                return true;
            }
            switch (open.pop()) {
                case Not not -> open.push(not.operand());
                case And and -> and.operands().forEach(open::push);
                case Or or -> or.operands().forEach(open::push);
                case Conditional choice -> {
                    open.push(choice.condition());
                    open.push(choice.then());
                    open.push(choice.otherwise());
                }
                case Apply apply -> apply.operands().forEach(open::push);
                case Known _, Path _, Holds _, Script _ -> {}
            }
        }
        return false;
    }
}
