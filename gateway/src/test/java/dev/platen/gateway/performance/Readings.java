package dev.platen.gateway.performance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Instances whose figures a test chooses; what is counted, is counted over ten seconds. */
final class Readings {
    private static final double SECONDS = 10;

    private Readings() {}

    /** One instance; each figure in the form {@code name{tags}=value}, where the value is what it grew to from nothing. */
    static List<Reading> of(String... figures) {
        return List.of(reading("one", figures));
    }

    /** What they say where the operator has said nothing. */
    static Performance performance(List<Reading> readings) {
        return Performance.of(readings, List.of());
    }

    static Reading reading(String instance, String... figures) {
        Map<String, Double> values = new TreeMap<>();
        Arrays.stream(figures).forEach(figure -> {
            int at = figure.lastIndexOf('=');
            values.put(figure.substring(0, at), Double.valueOf(figure.substring(at + 1)));
        });
        return new Reading("service", instance, SECONDS, Figures.NONE, Figures.of(values), MemoryTrend.NONE);
    }
}
