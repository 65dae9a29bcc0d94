package dev.platen.engine.chart;

import java.math.BigDecimal;

/**
 * An axis with about five round numbers on it: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param step from one to the next
 * @param low the first, in steps
 * @param high the last, in steps
 */
record Scale(BigDecimal step, long low, long high) {
    private static final int STEPS = 4;
    /** Digits before the point up to which numbers are written out. */
    private static final int LONGEST = 12;

    /** The axis on which both numbers have a place. */
    static Scale of(double least, double most) {
        boolean isOne = least == most;
        double from = isOne ? Math.min(0, least) : least;
        double to = isOne ? Math.max(least == 0 ? 1 : 0, most) : most;
        double wanted = (to - from) / STEPS;
        int exponent = (int) Math.floor(StrictMath.log10(wanted));
        double leading = wanted / StrictMath.pow(10, exponent);
        int digit = leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10;
        BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        double size = step.doubleValue();
        return new Scale(step, (long) Math.floor(from / size), (long) Math.ceil(to / size));
    }

    /** The numbers on the axis are counted from 0 to this. */
    int last() {
        return (int) (high - low);
    }

    String text(int number) {
        BigDecimal value = step.multiply(BigDecimal.valueOf(low + number));
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = value.stripTrailingZeros();
        boolean isPlain = Math.abs(shortest.precision() - shortest.scale()) <= LONGEST;
        return isPlain ? shortest.toPlainString() : shortest.toEngineeringString();
    }

    /** Where a value is: 0 at the beginning of the axis, 1 at its end. */
    double place(double value) {
        return (value / step.doubleValue() - low) / (high - low);
    }
}
