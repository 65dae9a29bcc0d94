package dev.platen.engine.chart;

/**
 * A number of a chart.
 *
 * @param number its size
 * @param text the number as people read it
 */
public record Amount(double number, String text) {
    /** Stands for no number. */
    public static final Amount NONE = new Amount(Double.NaN, "");

    /** Larger numbers are left out: no axis has room for them. */
    private static final double LARGEST = 1e100;

    /** A number; one that is too large, or none, is {@link #NONE}. */
    public static Amount of(double number, String text) {
        return Math.abs(number) <= LARGEST ? new Amount(number, text) : NONE;
    }

    boolean isNone() {
        return Double.isNaN(number);
    }
}
