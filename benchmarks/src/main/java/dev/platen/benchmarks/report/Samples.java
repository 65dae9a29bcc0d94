package dev.platen.benchmarks.report;

import java.util.List;

/**
 * The same figure, once per round.
 *
 * @param values in the order of the rounds, at least one
 */
public record Samples(List<Double> values) {
    /** Copies the values and refuses none at all. */
    public Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a figure needs at least one round, found none");
        }
    }

    /** The value in the middle; between the two in the middle where there are two. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The smallest value. */
    public double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** The largest value. */
    public double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
