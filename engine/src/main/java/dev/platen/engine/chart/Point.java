package dev.platen.engine.chart;

import java.util.List;

/**
 * A point of a chart.
 *
 * @param label what it is called
 * @param amounts one for each series; missing ones count as none
 */
public record Point(String label, List<Amount> amounts) {
    /** Keeps a copy. */
    public Point {
        amounts = List.copyOf(amounts);
    }

    Amount amount(int series) {
        return series < amounts.size() ? amounts.get(series) : Amount.NONE;
    }

    String title(int series) {
        return label + ": " + amount(series).text();
    }
}
