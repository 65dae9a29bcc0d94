package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Not;
import dev.platen.contract.plan.Expression.Or;
import java.util.List;

/** Conditions put together, those that are known at once. */
final class Logic {
    private Logic() {}

    static Expression either(Expression first, Expression second) {
        if (first.equals(Expression.FALSE) || second.equals(Expression.TRUE)) {
            return second;
        }
        if (second.equals(Expression.FALSE) || first.equals(Expression.TRUE)) {
            return first;
        }
        return new Or(List.of(first, second));
    }

    static Expression not(Expression operand) {
        if (operand.equals(Expression.TRUE)) {
            return Expression.FALSE;
        }
        return operand.equals(Expression.FALSE) ? Expression.TRUE : new Not(operand);
    }

    static Expression known(boolean isTrue) {
        return isTrue ? Expression.TRUE : Expression.FALSE;
    }

    static boolean isKnown(Expression expression) {
        return expression.equals(Expression.TRUE) || expression.equals(Expression.FALSE);
    }
}
