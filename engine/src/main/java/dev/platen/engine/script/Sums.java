package dev.platen.engine.script;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Adds the numbers of a list. */
final class Sums {
    private Sums() {}

    /** The sum, a whole number where all are; computed in decimals, so that ten times 0.1 is 1. */
    static Object of(Collection<?> numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean isWhole = true;
        for (@Nullable Object number : numbers) {
            isWhole &= number instanceof Long;
            sum = sum.add(decimal(number));
        }
        return isWhole ? (Object) sum.longValueExact() : (Object) sum.doubleValue();
    }

    private static BigDecimal decimal(@Nullable Object number) {
        return switch (number) {
            case Long whole -> BigDecimal.valueOf(whole);
            case Double real -> BigDecimal.valueOf(real);
            case null, default -> throw new IllegalArgumentException("only numbers have a sum");
        };
    }
}
