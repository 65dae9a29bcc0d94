package dev.platen.engine.json;

import java.math.BigDecimal;

/** The one way to write a number: numbers that are equal are written alike. */
public final class CanonicalNumber {
    /** Numbers with more zeros at their end keep an exponent, so that nobody has to write out what a few digits say. */
    private static final int MAX_ZEROS = 20;

    private CanonicalNumber() {}

    /** The canonical form of a JSON number; one whose exponent is out of range is only equal to itself. */
    public static String of(String number) {
        try {
            return of(new BigDecimal(number));
        } catch (NumberFormatException exponentTooLarge) {
            return number;
        }
    }

    /** The canonical form of a number. */
    public static String of(BigDecimal number) {
        BigDecimal digits = number.stripTrailingZeros();
        return digits.scale() < 0 && digits.scale() >= -MAX_ZEROS ? digits.toPlainString() : digits.toString();
    }
}
