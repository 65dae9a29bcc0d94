package dev.platen.operator.decide;

/**
 * A range of whole numbers.
 *
 * @param min least, included, at least 1
 * @param max most, included, at least {@code min}
 */
public record Bounds(int min, int max) {
    /** Refuses an empty range. */
    public Bounds {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("bounds need 1 <= min <= max, found min=%d, max=%d".formatted(min, max));
        }
    }

    /** The nearest number within the range. */
    public int clamp(int value) {
        return Math.clamp(value, min, max);
    }
}
