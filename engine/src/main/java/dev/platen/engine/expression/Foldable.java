package dev.platen.engine.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether there is anything in an expression that can be computed beforehand. Most expressions only read data, and asking the
 * optimiser takes longer than all else that is done with them.
 */
final class Foldable {
    /** Functions that one known operand can decide. */
    private static final Set<String> DECIDED_BY_ONE = Set.of("_&&_", "_||_", "_?_:_", "@in");

    private Foldable() {}

    static boolean isIn(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT, IDENT, NOT_SET -> false;
            case SELECT ->
                isKnown(expression.select().operand())
                        || isIn(expression.select().operand());
            case CALL -> isIn(expression.call());
            case LIST -> isInAny(expression.list().elements());
            case MAP -> isInAny(values(expression.map()));
            case STRUCT -> true;
            case COMPREHENSION -> isIn(expression.comprehension());
        };
    }

    private static boolean isIn(CelCall call) {
        List<CelExpr> operands =
                Stream.concat(call.target().stream(), call.args().stream()).toList();
        boolean isDecided = DECIDED_BY_ONE.contains(call.function())
                ? operands.stream().anyMatch(Foldable::isKnown)
                : operands.stream().allMatch(Foldable::isKnown);
        return isDecided || isInAny(operands);
    }

    private static boolean isIn(CelComprehension loop) {
        return isKnown(loop.iterRange())
                || isIn(loop.iterRange())
                || isIn(loop.loopCondition())
                || isIn(loop.loopStep())
                || isIn(loop.result());
    }

    private static boolean isInAny(List<CelExpr> expressions) {
        return expressions.stream().anyMatch(Foldable::isIn);
    }

    private static boolean isKnown(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> true;
            case LIST -> expression.list().elements().stream().allMatch(Foldable::isKnown);
            case MAP -> values(expression.map()).stream().allMatch(Foldable::isKnown);
            case IDENT, SELECT, CALL, STRUCT, COMPREHENSION, NOT_SET -> false;
        };
    }

    private static List<CelExpr> values(CelMap map) {
        return map.entries().stream().map(CelMap.Entry::value).toList();
    }
}
