package dev.platen.gateway.performance;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The histogram of a timer as it is reported: for each of its series the counts up to some bounds, which leave out the
 * bounds at which nothing was added.
 */
record Histogram(Figures figures, String timer) {
    private static final String BOUND = ",le=";

    /** Calls with every upper bound in seconds, and how many were counted between it and the one before. */
    void each(BiConsumer<Double, Double> consumer) {
        Map<String, TreeMap<Double, Double>> series = new TreeMap<>();
        figures.byName().getOrDefault(timer + ".within", Map.of()).forEach((tags, count) -> {
            int at = tags.lastIndexOf(BOUND);
            if (at >= 0) {
                double bound = Double.parseDouble(tags.substring(at + BOUND.length(), tags.length() - 1));
                series.computeIfAbsent(tags.substring(0, at), _ -> new TreeMap<>())
                        .put(bound, count);
            }
        });
        for (TreeMap<Double, Double> counts : series.values()) {
            double before = 0;
            for (Map.Entry<Double, Double> upTo : counts.entrySet()) {
                consumer.accept(upTo.getKey(), upTo.getValue() - before);
                before = upTo.getValue();
            }
        }
    }
}
