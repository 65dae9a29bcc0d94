package dev.platen.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them: three digits that count, no exponent. */
final class Figures {
    private static final double SMALL = 0.1;

    private Figures() {}

    static String text(double figure) {
        return String.format(Locale.ROOT, "%,." + decimals(Math.abs(figure)) + "f", figure);
    }

    private static int decimals(double size) {
        if (size >= 100) {
            return 0;
        }
        if (size >= 10) {
            return 1;
        }
        return size >= SMALL || size == 0 ? 2 : 4;
    }
}
