package dev.platen.engine.render;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Apply;
import dev.platen.contract.plan.Expression.Path;
import dev.platen.contract.plan.Option;
import dev.platen.engine.link.ValueType;
import dev.platen.engine.script.Scripts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Computes expressions. Values are {@link Boolean}, {@link String}, {@link BigDecimal}, {@link Found} for a list or an
 * object of the data, and null for nothing. Not thread-safe; used for one rendering.
 */
final class Evaluator {
    private static final Scripts SCRIPTS = new Scripts(1_000);

    /** What a script costs at least, beside what it reads. */
    private static final int SCRIPT_STEPS = 20;

    private final Data data;
    private final Tape tape;
    private final Checker checker;
    private final Scopes scopes;
    private final Steps steps;
    private final ScriptValues scriptValues;
    private final Derived derived;

    Evaluator(Data data, Checker checker, Scopes scopes, Steps steps) {
        this.data = data;
        this.tape = data.tape();
        this.checker = checker;
        this.scopes = scopes;
        this.steps = steps;
        this.scriptValues = new ScriptValues(data, scopes, steps);
        this.derived = new Derived(this, data, scopes);
    }

    /** A list or an object of the data. */
    record Found(int value) {}

    /** Whether the expression is true. */
    boolean test(Expression expression, int here) throws Refused {
        steps.add(1);
        return switch (expression) {
            case Expression.Holds holds -> checker.holds(holds.check(), find(holds.path(), here));
            case Expression.Not not -> !test(not.operand(), here);
            case Expression.And and -> {
                for (Expression operand : and.operands()) {
                    if (!test(operand, here)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Expression.Or or -> {
                for (Expression operand : or.operands()) {
                    if (test(operand, here)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Path path -> tape.type(find(path, here)) == ValueType.TRUE || Boolean.TRUE.equals(derived.item(path));
            case Expression.Conditional conditional ->
                test(test(conditional.condition(), here) ? conditional.then() : conditional.otherwise(), here);
            case Expression.Known known -> Boolean.TRUE.equals(constant(known.constant()));
            case Apply apply -> Boolean.TRUE.equals(apply(apply, here));
            case Expression.Script script -> Boolean.TRUE.equals(script(script));
        };
    }

    /** The value of the expression. */
    @Nullable
    Object value(Expression expression, int here) throws Refused {
        steps.add(1);
        return switch (expression) {
            case Expression.Known known -> constant(known.constant());
            case Path path ->
                path.base() == Expression.Base.POSITION
                        ? BigDecimal.valueOf(scopes.index(path.outward()))
                        : found(path, here);
            case Apply apply -> apply(apply, here);
            case Expression.Conditional conditional ->
                value(test(conditional.condition(), here) ? conditional.then() : conditional.otherwise(), here);
            case Expression.Holds holds -> test(holds, here);
            case Expression.Not not -> test(not, here);
            case Expression.And and -> test(and, here);
            case Expression.Or or -> test(or, here);
            case Expression.Script script -> script(script);
        };
    }

    private @Nullable Object script(Expression.Script script) throws Refused {
        steps.add(SCRIPT_STEPS);
        return Derived.ofScript(SCRIPTS.evaluate(script.source(), scriptValues::variable));
    }

    private @Nullable Object found(Path path, int here) throws Refused {
        int found = find(path, here);
        return found == Tape.NOTHING ? derived.item(path) : value(found);
    }

    /** The list or object that the expression leads to, or {@link Tape#NOTHING}. */
    int found(Expression expression, int here) throws Refused {
        return value(expression, here) instanceof Found found ? found.value() : Tape.NOTHING;
    }

    private int find(Path path, int here) throws Refused {
        int from =
                switch (path.base()) {
                    case ROOT -> tape.root();
                    case HERE -> here;
                    case ITEM -> scopes.item(path.outward());
                    case POSITION -> Tape.NOTHING;
                };
        return data.follow(from, path.steps());
    }

    /** The value of the data that is there. */
    @Nullable
    Object value(int index) {
        return switch (tape.type(index)) {
            case ValueType.STRING -> data.string(index);
            case ValueType.NUMBER -> number(data.number(index));
            case ValueType.TRUE -> true;
            case ValueType.FALSE -> false;
            case ValueType.OBJECT, ValueType.LIST -> new Found(index);
            default -> null;
        };
    }

    static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException exponentTooLarge) {
            return null;
        }
    }

    private static @Nullable Object constant(Constant constant) {
        return switch (constant) {
            case Constant.Single(Option option) ->
                switch (option.type()) {
                    case STRING -> option.value();
                    case NUMBER -> number(option.value());
                    case TRUE -> true;
                    case FALSE -> false;
                    case NULL -> null;
                    case JSON -> null;
                };
            case Constant.Items _, Constant.Members _ -> Derived.ofScript(ScriptValues.of(constant));
        };
    }

    private @Nullable Object apply(Apply apply, int here) throws Refused {
        List<Expression> operands = apply.operands();
        @Nullable Object first = operands.isEmpty() ? null : value(operands.get(0), here);
        @Nullable Object second = operands.size() < 2 ? null : value(operands.get(1), here);
        return switch (apply.operator()) {
            case EQUAL -> same(first, second);
            case DIFFERENT -> !same(first, second);
            case LESS -> ordered(first, second, order -> order < 0);
            case LESS_OR_EQUAL -> ordered(first, second, order -> order <= 0);
            case GREATER -> ordered(first, second, order -> order > 0);
            case GREATER_OR_EQUAL -> ordered(first, second, order -> order >= 0);
            case ADD ->
                first instanceof String one && second instanceof String other
                        ? one + other
                        : arithmetic(apply.operator(), first, second);
            case SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> arithmetic(apply.operator(), first, second);
            case NEGATE -> first instanceof BigDecimal number ? number.negate() : null;
            case SIZE -> size(first);
            case IN -> isIn(first, second);
            case HAS -> first != null || isPresent(operands, here);
            case CONTAINS -> first instanceof String text && second instanceof String part && text.contains(part);
            case STARTS_WITH -> first instanceof String text && second instanceof String part && text.startsWith(part);
            case ENDS_WITH -> first instanceof String text && second instanceof String part && text.endsWith(part);
            case STRING -> first == null ? null : text(first);
            case CONCATENATE -> concatenated(operands, here);
        };
    }

    private boolean isPresent(List<Expression> operands, int here) throws Refused {
        return !operands.isEmpty() && operands.getFirst() instanceof Path path && find(path, here) != Tape.NOTHING;
    }

    private String concatenated(List<Expression> operands, int here) throws Refused {
        StringBuilder whole = new StringBuilder();
        for (Expression operand : operands) {
            @Nullable Object value = value(operand, here);
            whole.append(value == null ? "" : text(value));
            steps.add(whole.length() / 64);
        }
        return whole.toString();
    }

    private boolean same(@Nullable Object one, @Nullable Object other) throws Refused {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof Found a && other instanceof Found b) {
            return data.canonical(a.value()).equals(data.canonical(b.value()));
        }
        return one == null ? other == null : one.equals(other);
    }

    /** Whether the order of the two is the one wanted; false where they have none. */
    private static boolean ordered(@Nullable Object one, @Nullable Object other, IntPredicate isWanted) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return isWanted.test(a.compareTo(b));
        }
        return one instanceof String a && other instanceof String b && isWanted.test(a.compareTo(b));
    }

    private static @Nullable BigDecimal arithmetic(
            Expression.Operator operator, @Nullable Object first, @Nullable Object second) {
        if (!(first instanceof BigDecimal one) || !(second instanceof BigDecimal other)) {
            return null;
        }
        try {
            return switch (operator) {
                case ADD -> one.add(other, MathContext.DECIMAL64);
                case SUBTRACT -> one.subtract(other, MathContext.DECIMAL64);
                case MULTIPLY -> one.multiply(other, MathContext.DECIMAL64);
                case DIVIDE -> one.divide(other, MathContext.DECIMAL64);
                default -> one.remainder(other, MathContext.DECIMAL64);
            };
        } catch (ArithmeticException undefined) {
            return null;
        }
    }

    private @Nullable BigDecimal size(@Nullable Object value) {
        if (value instanceof String text) {
            return BigDecimal.valueOf(text.codePointCount(0, text.length()));
        }
        return value instanceof Found found
                ? BigDecimal.valueOf(tape.count(found.value()))
                : Derived.size(value).map(BigDecimal::valueOf).orElse(null);
    }

    private boolean isIn(@Nullable Object element, @Nullable Object container) throws Refused {
        if (!(container instanceof Found found)) {
            for (@Nullable Object item : Derived.items(container)) {
                steps.add(1);
                if (same(element, item)) {
                    return true;
                }
            }
            return false;
        }
        if (tape.type(found.value()) == ValueType.OBJECT) {
            return element instanceof String name && data.member(found.value(), name) != Tape.NOTHING;
        }
        int end = tape.after(found.value());
        for (int item = tape.firstItem(found.value()); item < end; item = tape.after(item)) {
            steps.add(1);
            if (same(element, value(item))) {
                return true;
            }
        }
        return false;
    }

    /** The value as people read it. */
    String text(Object value) throws Refused {
        return switch (value) {
            case BigDecimal number
            when Math.abs((long) number.scale()) < 40 ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Found found -> data.canonical(found.value());
            case Derived.Listed _, Derived.Mapped _ -> derived.text(value);
            default -> value.toString();
        };
    }
}
