package dev.platen.engine.compile;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Expression.Operator;
import dev.platen.contract.plan.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Comparisons of known values, as parameters of components leave them behind, computed exactly as they would be while a page
 * is written. What is not compared but computed is left for then.
 */
final class KnownOperands {
    private KnownOperands() {}

    /** The outcome, where both operands are known, of the same type, and comparable. */
    static Optional<Expression> applied(Operator operator, List<Expression> operands) {
        if (operands.size() == 2
                && operands.get(0) instanceof Known(Constant.Single(Option one))
                && operands.get(1) instanceof Known(Constant.Single(Option other))) {
            return compared(operator, one, other).map(isTrue -> isTrue ? Expression.TRUE : Expression.FALSE);
        }
        return Optional.empty();
    }

    private static Optional<Boolean> compared(Operator operator, Option one, Option other) {
        return switch (operator) {
            case EQUAL -> same(one, other);
            case DIFFERENT -> same(one, other).map(isSame -> !isSame);
            case LESS -> order(one, other).map(order -> order < 0);
            case LESS_OR_EQUAL -> order(one, other).map(order -> order <= 0);
            case GREATER -> order(one, other).map(order -> order > 0);
            case GREATER_OR_EQUAL -> order(one, other).map(order -> order >= 0);
            case CONTAINS -> areTexts(one, other) ? Optional.of(one.value().contains(other.value())) : Optional.empty();
            case STARTS_WITH ->
                areTexts(one, other) ? Optional.of(one.value().startsWith(other.value())) : Optional.empty();
            case ENDS_WITH ->
                areTexts(one, other) ? Optional.of(one.value().endsWith(other.value())) : Optional.empty();
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, NEGATE, SIZE, IN, HAS, STRING, CONCATENATE ->
                Optional.empty();
        };
    }

    private static boolean areTexts(Option one, Option other) {
        return one.type() == Option.Type.STRING && other.type() == Option.Type.STRING;
    }

    private static Optional<Boolean> same(Option one, Option other) {
        if (one.type() == Option.Type.JSON || other.type() == Option.Type.JSON) {
            return Optional.empty();
        }
        if (one.type() == Option.Type.NUMBER && other.type() == Option.Type.NUMBER) {
            return order(one, other).map(order -> order == 0);
        }
        return Optional.of(one.equals(other));
    }

    private static Optional<Integer> order(Option one, Option other) {
        if (areTexts(one, other)) {
            return Optional.of(one.value().compareTo(other.value()));
        }
        boolean areNumbers = one.type() == Option.Type.NUMBER && other.type() == Option.Type.NUMBER;
        try {
            return areNumbers
                    ? Optional.of(new BigDecimal(one.value()).compareTo(new BigDecimal(other.value())))
                    : Optional.empty();
        } catch (NumberFormatException exponentTooLarge) {
            return Optional.empty();
        }
    }
}
