package dev.platen.engine.compile;

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
import java.util.ArrayList;
import java.util.List;

/**
 * Expressions with what is known of them computed. Where a condition is asked for, a known value that is not true counts as
 * false.
 */
final class FoldedConditions {
    private FoldedConditions() {}

    static Expression of(Expression condition) {
        return switch (condition) {
            case Known known -> known.equals(Expression.TRUE) ? Expression.TRUE : Expression.FALSE;
            case Not not -> negated(of(not.operand()));
            case And and -> joined(and.operands(), Expression.TRUE, Expression.FALSE);
            case Or or -> joined(or.operands(), Expression.FALSE, Expression.TRUE);
            case Conditional choice -> chosen(choice);
            case Apply apply -> applied(apply);
            case Path _, Holds _, Script _ -> condition;
        };
    }

    /** The same of an expression whose value is shown. */
    static Expression value(Expression expression) {
        return switch (expression) {
            case Conditional choice -> {
                Expression condition = of(choice.condition());
                yield condition instanceof Known
                        ? value(condition.equals(Expression.TRUE) ? choice.then() : choice.otherwise())
                        : new Conditional(condition, value(choice.then()), value(choice.otherwise()));
            }
            case Apply apply -> applied(apply);
            case Not _, And _, Or _ -> of(expression);
            case Known _, Path _, Holds _, Script _ -> expression;
        };
    }

    private static Expression applied(Apply apply) {
        List<Expression> operands =
                apply.operands().stream().map(FoldedConditions::value).toList();
        return KnownOperands.applied(apply.operator(), operands).orElseGet(() -> new Apply(apply.operator(), operands));
    }

    private static Expression negated(Expression operand) {
        if (operand instanceof Known) {
            return operand.equals(Expression.TRUE) ? Expression.FALSE : Expression.TRUE;
        }
        return operand instanceof Not not ? not.operand() : new Not(operand);
    }

    /** Operands that change nothing are left out; one that decides is all there is. */
    private static Expression joined(List<Expression> operands, Expression neutral, Expression deciding) {
        List<Expression> open = new ArrayList<>();
        for (Expression operand : operands) {
            Expression folded = of(operand);
            if (folded.equals(deciding)) {
                return deciding;
            }
            if (!folded.equals(neutral)) {
                open.add(folded);
            }
        }
        if (open.isEmpty()) {
            return neutral;
        }
        if (open.size() == 1) {
            return open.getFirst();
        }
        return neutral.equals(Expression.TRUE) ? new And(open) : new Or(open);
    }

    private static Expression chosen(Conditional choice) {
        Expression condition = of(choice.condition());
        if (condition instanceof Known) {
            return of(condition.equals(Expression.TRUE) ? choice.then() : choice.otherwise());
        }
        return new Conditional(condition, of(choice.then()), of(choice.otherwise()));
    }
}
