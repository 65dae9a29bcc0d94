package dev.platen.engine.script;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Arithmetic of numbers that are not whole, in decimals of 16 digits: ten times 0.1 is 1, as everywhere else in a plan. JSON
 * has only one kind of number, so that whole ones can be mixed with others.
 */
final class Decimals {
    /** What is computed. */
    static final List<CelFunctionBinding> BINDINGS =
            Stream.of(Operation.values()).flatMap(Operation::bindings).toList();

    /** What is there beside the standard: whole numbers with others. */
    static final List<CelFunctionDecl> DECLARATIONS =
            Stream.of(Operation.values()).map(Operation::declaration).toList();

    private Decimals() {}

    /** A number as people write it: no exponent, no zeros at the end. */
    static String text(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    /** One operator, with its variants. */
    private enum Operation {
        ADD("_+_"),
        SUBTRACT("_-_"),
        MULTIPLY("_*_"),
        DIVIDE("_/_");

        private final String operator;
        private final String prefix = name().toLowerCase(Locale.ROOT);

        Operation(String operator) {
            this.operator = operator;
        }

        Stream<CelFunctionBinding> bindings() {
            return Stream.of(
                    CelFunctionBinding.from(prefix + "_double", Double.class, Double.class, this::computed),
                    CelFunctionBinding.from(prefix + "_int64_double", Long.class, Double.class, this::computed),
                    CelFunctionBinding.from(prefix + "_double_int64", Double.class, Long.class, this::computed));
        }

        CelFunctionDecl declaration() {
            return CelFunctionDecl.newFunctionDeclaration(
                    operator,
                    CelOverloadDecl.newGlobalOverload(
                            prefix + "_int64_double", SimpleType.DOUBLE, SimpleType.INT, SimpleType.DOUBLE),
                    CelOverloadDecl.newGlobalOverload(
                            prefix + "_double_int64", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.INT));
        }

        /** What is no number of the data, such as an endless one, fails: the whole expression then gives nothing. */
        private Object computed(Number left, Number right) {
            BigDecimal one = decimal(left);
            BigDecimal other = decimal(right);
            BigDecimal result =
                    switch (this) {
                        case ADD -> one.add(other, MathContext.DECIMAL64);
                        case SUBTRACT -> one.subtract(other, MathContext.DECIMAL64);
                        case MULTIPLY -> one.multiply(other, MathContext.DECIMAL64);
                        case DIVIDE -> one.divide(other, MathContext.DECIMAL64);
                    };
            return result.doubleValue();
        }

        private static BigDecimal decimal(Number number) {
            return number instanceof Long whole ? BigDecimal.valueOf(whole) : BigDecimal.valueOf(number.doubleValue());
        }
    }
}
