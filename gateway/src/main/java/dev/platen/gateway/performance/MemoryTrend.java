package dev.platen.gateway.performance;

import java.util.ArrayList;
import java.util.List;

/**
 * The share of the heap that was left in use after collections, one value a minute, the newest last.
 *
 * @param shares between 0 and 1; at most {@value #MINUTES}
 */
record MemoryTrend(List<Double> shares) {
    static final MemoryTrend NONE = new MemoryTrend(List.of());
    static final int MINUTES = 60;

    /** Fewer say nothing: a cache that fills looks the same. */
    private static final int ENOUGH = 15;

    private static final double GROWTH = 0.10;

    /** Collections do not always come right before a report. */
    private static final double SLACK = 0.01;

    MemoryTrend {
        shares = List.copyOf(shares);
    }

    /** With one minute more, and without those that are too old. */
    MemoryTrend with(double share) {
        List<Double> more = new ArrayList<>(shares);
        more.add(share);
        return new MemoryTrend(more.subList(Math.max(0, more.size() - MINUTES), more.size()));
    }

    /** Whether it only grew, for a quarter of an hour or more, by a tenth of the heap or more. */
    boolean looksLikeLeak() {
        if (shares.size() < ENOUGH || shares.getLast() - shares.getFirst() < GROWTH) {
            return false;
        }
        for (int i = 1; i < shares.size(); i++) {
            if (shares.get(i) < shares.get(i - 1) - SLACK) {
                return false;
            }
        }
        return true;
    }
}
