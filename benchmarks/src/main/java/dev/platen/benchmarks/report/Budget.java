package dev.platen.benchmarks.report;

/** What a figure should be. */
public sealed interface Budget {
    /** This or more. */
    record AtLeast(double limit) implements Budget {}

    /** This or less. */
    record AtMost(double limit) implements Budget {}

    /** The figure is given for what it is worth. */
    record None() implements Budget {}

    /** This or more. */
    static Budget atLeast(double limit) {
        return new AtLeast(limit);
    }

    /** This or less. */
    static Budget atMost(double limit) {
        return new AtMost(limit);
    }

    /** No budget. */
    static Budget none() {
        return new None();
    }

    /** Whether the figure keeps the budget. */
    default boolean isKeptBy(double figure) {
        return switch (this) {
            case AtLeast(double limit) -> figure >= limit;
            case AtMost(double limit) -> figure <= limit;
            case None _ -> true;
        };
    }

    /** The budget as people write it; empty where there is none. */
    default String text() {
        return switch (this) {
            case AtLeast(double limit) -> "≥ " + Figures.text(limit);
            case AtMost(double limit) -> "≤ " + Figures.text(limit);
            case None _ -> "";
        };
    }
}
