package dev.platen.benchmarks.report;

/**
 * What follows from the measures.
 *
 * @param name what is compared with what
 * @param value a ratio, or a figure in absolute terms
 * @param unit of the value; {@code ×} for a ratio
 * @param budget what the value should be
 */
public record Finding(String name, double value, String unit, Budget budget) {
    /** A ratio of two figures. */
    public static Finding ratio(String name, double value, Budget budget) {
        return new Finding(name, value, "×", budget);
    }
}
