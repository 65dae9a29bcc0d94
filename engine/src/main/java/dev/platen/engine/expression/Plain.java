package dev.platen.engine.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelSelect;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which expressions are plainly well-typed: those that read data, compare and combine what they read. For them the checker
 * of the language has nothing to say, and it takes many times as long as all else, because it builds its environment for
 * each. Whatever is not plain is left to the checker, with its messages.
 */
enum Plain {
    /** Nobody can say without the checker. */
    UNKNOWN,
    /** A value of the data, of which nothing is known beforehand. */
    DATA,
    TRUTH,
    WHOLE,
    FRACTION,
    TEXT,
    /** A list or an object that is written out. */
    WRITTEN;

    /** What the value of an expression is. */
    static Plain of(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> of(expression.constant());
            case IDENT -> name(expression.ident().name());
            case SELECT -> select(expression.select());
            case CALL -> call(expression.call());
            case LIST ->
                expression.list().optionalIndices().isEmpty()
                                && expression.list().elements().stream().allMatch(Plain::isSingleConstant)
                        ? WRITTEN
                        : UNKNOWN;
            case MAP, STRUCT, COMPREHENSION, NOT_SET -> UNKNOWN;
        };
    }

    private static boolean isSingleConstant(CelExpr element) {
        return element.getKind() == CelExpr.ExprKind.Kind.CONSTANT && of(element.constant()) != UNKNOWN;
    }

    private static Plain of(CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> TRUTH;
            case INT64_VALUE -> WHOLE;
            case DOUBLE_VALUE -> FRACTION;
            case STRING_VALUE -> TEXT;
            case NULL_VALUE, UINT64_VALUE, BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE, NOT_SET -> UNKNOWN;
        };
    }

    private static Plain name(String name) {
        return switch (name) {
            case "data", "item", "params" -> DATA;
            case "index" -> WHOLE;
            default -> UNKNOWN;
        };
    }

    private static Plain select(CelSelect select) {
        if (of(select.operand()) != DATA) {
            return UNKNOWN;
        }
        return select.testOnly() ? TRUTH : DATA;
    }

    private static Plain call(CelCall call) {
        List<Plain> operands = Stream.concat(call.target().stream(), call.args().stream())
                .map(Plain::of)
                .toList();
        if (operands.contains(UNKNOWN)) {
            return UNKNOWN;
        }
        boolean isMethod = call.target().isPresent();
        return switch (operands.size()) {
            case 1 ->
                isMethod && !call.function().equals("size") ? UNKNOWN : unary(call.function(), operands.getFirst());
            case 2 -> isMethod ? method(call.function(), operands) : binary(call.function(), operands);
            case 3 -> !isMethod && call.function().equals("_?_:_") ? choice(operands) : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static Plain unary(String function, Plain operand) {
        return switch (function) {
            case "!_" -> operand == TRUTH || operand == DATA ? TRUTH : UNKNOWN;
            case "size" -> operand == TEXT || operand == DATA ? WHOLE : UNKNOWN;
            case "string" -> operand == WRITTEN ? UNKNOWN : TEXT;
            case "-_" -> operand == WHOLE || operand == FRACTION || operand == DATA ? operand : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static Plain method(String function, List<Plain> operands) {
        boolean isAboutTexts =
                function.equals("contains") || function.equals("startsWith") || function.equals("endsWith");
        return isAboutTexts && operands.stream().allMatch(operand -> operand == TEXT || operand == DATA)
                ? TRUTH
                : UNKNOWN;
    }

    private static Plain binary(String function, List<Plain> operands) {
        Plain one = operands.get(0);
        Plain other = operands.get(1);
        return switch (function) {
            case "_&&_", "_||_" ->
                operands.stream().allMatch(operand -> operand == TRUTH || operand == DATA) ? TRUTH : UNKNOWN;
            case "_==_", "_!=_" -> isComparable(one, other) ? TRUTH : UNKNOWN;
            case "_<_", "_<=_", "_>_", "_>=_" ->
                isComparable(one, other) && one != TRUTH && other != TRUTH ? TRUTH : UNKNOWN;
            case "@in" -> one != WRITTEN && (other == DATA || (other == WRITTEN && one == DATA)) ? TRUTH : UNKNOWN;
            case "_[_]" -> one == DATA && (other == WHOLE || other == TEXT) ? DATA : UNKNOWN;
            case "_+_" -> sum(one, other);
            case "_-_", "_*_", "_/_" -> one == TEXT || other == TEXT ? UNKNOWN : sum(one, other);
            case "_%_" -> one == TEXT || one == FRACTION || other == FRACTION ? UNKNOWN : sum(one, other);
            default -> UNKNOWN;
        };
    }

    private static boolean isComparable(Plain one, Plain other) {
        return one != WRITTEN && other != WRITTEN && (one == other || one == DATA || other == DATA);
    }

    /** What a text or a number is added to becomes one. */
    private static Plain sum(Plain one, Plain other) {
        boolean isAddable = isComparable(one, other) && one != TRUTH && other != TRUTH;
        return isAddable ? (one == DATA ? other : one) : UNKNOWN;
    }

    private static Plain choice(List<Plain> operands) {
        boolean isDecided = operands.get(0) == TRUTH || operands.get(0) == DATA;
        return isDecided && operands.get(1) == operands.get(2) && operands.get(1) != WRITTEN
                ? operands.get(1)
                : UNKNOWN;
    }
}
