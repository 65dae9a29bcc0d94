package dev.platen.engine.expression;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.And;
import dev.platen.contract.plan.Expression.Apply;
import dev.platen.contract.plan.Expression.Base;
import dev.platen.contract.plan.Expression.Conditional;
import dev.platen.contract.plan.Expression.Holds;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Expression.Not;
import dev.platen.contract.plan.Expression.Or;
import dev.platen.contract.plan.Expression.Path;
import dev.platen.contract.plan.Expression.Script;
import java.util.List;

/** Expressions moved into loops that were not around them: what they say of items is then further out. */
final class Outward {
    private Outward() {}

    static Expression shifted(Expression expression, int loops) {
        if (loops == 0) {
            return expression;
        }
        return switch (expression) {
            case Known known -> known;
            case Path path -> path(path, loops);
            case Holds holds -> new Holds(path(holds.path(), loops), holds.check());
            case Not not -> new Not(shifted(not.operand(), loops));
            case And and -> new And(all(and.operands(), loops));
            case Or or -> new Or(all(or.operands(), loops));
            case Conditional choice ->
                new Conditional(
                        shifted(choice.condition(), loops),
                        shifted(choice.then(), loops),
                        shifted(choice.otherwise(), loops));
            case Apply apply -> new Apply(apply.operator(), all(apply.operands(), loops));
            case Script script -> new Script(Sources.shifted(script.source(), loops));
        };
    }

    private static List<Expression> all(List<Expression> operands, int loops) {
        return operands.stream().map(operand -> shifted(operand, loops)).toList();
    }

    private static Path path(Path path, int loops) {
        boolean isOfLoop = path.base() == Base.ITEM || path.base() == Base.POSITION;
        return isOfLoop ? new Path(path.base(), path.outward() + loops, path.steps()) : path;
    }
}
