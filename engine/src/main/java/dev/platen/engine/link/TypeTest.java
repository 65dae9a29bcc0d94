package dev.platen.engine.link;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Option;
import java.util.Optional;

/**
 * A condition that only asks of which type one value is.
 *
 * @param path where the value is
 * @param types a bit for each {@link ValueType} with which the condition holds
 */
record TypeTest(Expression.Path path, int types) {
    private static final int ALL = 0xff;
    private static final int PRESENT = ALL & ~(1 << ValueType.ABSENT | 1 << ValueType.NULL);
    private static final int UNDECIDED = -1;
    private static final Expression NULL = new Expression.Known(new Constant.Single(new Option(Option.Type.NULL, "")));

    /** Empty where the condition asks for more. */
    static Optional<TypeTest> of(Expression condition) {
        return switch (condition) {
            case Expression.Path path -> of(path, 1 << ValueType.TRUE);
            case Expression.Holds(Expression.Path path, Check check) -> of(path, types(check));
            case Expression.Not(Expression operand) -> of(operand).map(TypeTest::opposite);
            case Expression.Apply apply
            when apply.operator() == Expression.Operator.DIFFERENT
                    && apply.operands().getLast().equals(NULL)
                    && apply.operands().getFirst() instanceof Expression.Path path -> of(path, PRESENT);
            default -> Optional.empty();
        };
    }

    private static Optional<TypeTest> of(Expression.Path path, int types) {
        boolean isDecided = types != UNDECIDED && path.base() != Expression.Base.POSITION;
        return isDecided ? Optional.of(new TypeTest(path, types)) : Optional.empty();
    }

    private TypeTest opposite() {
        return new TypeTest(path, ALL & ~types);
    }

    /** The types with which the check holds, or {@link #UNDECIDED} where more than the type decides. */
    private static int types(Check check) {
        return switch (check) {
            case Check.Type type -> {
                boolean isOfIntegers = type.kinds().contains(Check.Kind.INTEGER)
                        && !type.kinds().contains(Check.Kind.NUMBER);
                yield isOfIntegers
                        ? UNDECIDED
                        : type.kinds().stream().mapToInt(TypeTest::types).reduce(0, (one, other) -> one | other);
            }
            case Check.Not not -> {
                int types = types(not.check());
                yield types == UNDECIDED ? UNDECIDED : ALL & ~types;
            }
            default -> UNDECIDED;
        };
    }

    private static int types(Check.Kind kind) {
        return switch (kind) {
            case NULL -> 1 << ValueType.NULL;
            case BOOLEAN -> 1 << ValueType.TRUE | 1 << ValueType.FALSE;
            case INTEGER, NUMBER -> 1 << ValueType.NUMBER;
            case STRING -> 1 << ValueType.STRING;
            case ARRAY -> 1 << ValueType.LIST;
            case OBJECT -> 1 << ValueType.OBJECT;
        };
    }
}
