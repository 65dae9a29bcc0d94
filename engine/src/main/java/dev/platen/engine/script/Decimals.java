package dev.platen.engine.script;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Arithmetic of numbers that are not whole, in decimals of 16 digits: ten times 0.1 is 1, as everywhere else in a plan. JSON
 * has only one kind of number, so that whole ones can be mixed with others.
 */
final class Decimals {
    private static final List<Operation> OPERATIONS = List.of(
            new Operation("_+_", "add", (one, other) -> one.add(other, MathContext.DECIMAL64)),
            new Operation("_-_", "subtract", (one, other) -> one.subtract(other, MathContext.DECIMAL64)),
            new Operation("_*_", "multiply", (one, other) -> one.multiply(other, MathContext.DECIMAL64)),
            new Operation("_/_", "divide", (one, other) -> one.divide(other, MathContext.DECIMAL64)));

    /** What is computed. */
    static final List<CelFunctionBinding> BINDINGS =
            OPERATIONS.stream().flatMap(Operation::bindings).toList();

    /** What is there beside the standard: whole numbers with others. */
    static final List<CelFunctionDecl> DECLARATIONS =
            OPERATIONS.stream().map(Operation::declaration).toList();

    private Decimals() {}

    /**
     * One operation.
     *
     * @param function name of the operator in the tree of an expression
     * @param name what the names of its variants begin with
     * @param operator what it computes
     */
    private record Operation(String function, String name, BinaryOperator<BigDecimal> operator) {
        Stream<CelFunctionBinding> bindings() {
            List<CelFunctionBinding> bindings = new ArrayList<>();
            bindings.add(CelFunctionBinding.from(name + "_double", Double.class, Double.class, this::computed));
            bindings.add(CelFunctionBinding.from(name + "_int64_double", Long.class, Double.class, this::computed));
            bindings.add(CelFunctionBinding.from(name + "_double_int64", Double.class, Long.class, this::computed));
            return bindings.stream();
        }

        CelFunctionDecl declaration() {
            return CelFunctionDecl.newFunctionDeclaration(
                    function,
                    CelOverloadDecl.newGlobalOverload(
                            name + "_int64_double", SimpleType.DOUBLE, SimpleType.INT, SimpleType.DOUBLE),
                    CelOverloadDecl.newGlobalOverload(
                            name + "_double_int64", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.INT));
        }

        /** What is no number of the data, such as an endless one, fails: the whole expression then gives nothing. */
        private Object computed(Number one, Number other) {
            return operator.apply(decimal(one), decimal(other)).doubleValue();
        }

        private static BigDecimal decimal(Number number) {
            return number instanceof Long whole ? BigDecimal.valueOf(whole) : BigDecimal.valueOf(number.doubleValue());
        }
    }
}
