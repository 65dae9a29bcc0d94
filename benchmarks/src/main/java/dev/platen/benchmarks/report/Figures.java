package dev.platen.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them: three digits that count, no exponent. */
final class Figures {
    private Figures() {}

    static String text(double figure) {
        return String.format(Locale.ROOT, "%,." + decimals(Math.abs(figure)) + "f", figure);
    }

    private static int decimals(double size) {
        if (size >= 100) {
            return 0;
        }
        return size >= 10 ? 1 : 2;
    }
}
