package dev.platen.engine.compile;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Apply;
import dev.platen.contract.plan.Expression.Base;
import dev.platen.contract.plan.Expression.Conditional;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Expression.Path;
import dev.platen.engine.script.Scripts;
import java.util.List;

/**
 * How large the text of an expression can become.
 *
 * @param bytes whatever the data is
 * @param copies how many times over it can contain values of the data
 */
record Written(long bytes, int copies) {
    /** Longest number, written without exponent, and more than a word. */
    private static final int NUMBER = 64;

    private static final Written SINGLE = new Written(NUMBER, 0);

    static Written of(Expression expression) {
        return switch (expression) {
            case Known(Constant constant) -> new Written(length(constant), 0);
            case Path path -> path.base() == Base.POSITION ? SINGLE : new Written(NUMBER, 1);
            case Conditional choice -> of(choice.then()).or(of(choice.otherwise()));
            case Apply apply -> applied(apply);
            case Expression.Script _ -> new Written(Certificate.ESCAPED * Scripts.LARGEST, 1);
            case Expression.Holds _, Expression.Not _, Expression.And _, Expression.Or _ -> SINGLE;
        };
    }

    private static Written applied(Apply apply) {
        return switch (apply.operator()) {
            case ADD, CONCATENATE, STRING -> sum(apply.operands());
            case EQUAL,
                    DIFFERENT,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    REMAINDER,
                    NEGATE,
                    SIZE,
                    IN,
                    HAS,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH -> SINGLE;
        };
    }

    private static Written sum(List<Expression> operands) {
        long bytes = NUMBER;
        int copies = 0;
        for (Expression operand : operands) {
            Written written = of(operand);
            bytes += written.bytes;
            copies += written.copies;
        }
        return new Written(bytes, copies);
    }

    private Written or(Written other) {
        return new Written(Math.max(bytes, other.bytes), Math.max(copies, other.copies));
    }

    private static long length(Constant constant) {
        return switch (constant) {
            case Constant.Single single ->
                NUMBER + (long) Certificate.ESCAPED * single.option().value().length();
            case Constant.Items _, Constant.Members _ -> NUMBER;
        };
    }
}
