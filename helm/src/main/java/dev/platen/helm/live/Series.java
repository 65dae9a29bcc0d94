package dev.platen.helm.live;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a query found.
 *
 * @param labels of the series
 * @param points finite values by their time in seconds; those that are not finite are left out
 */
public record Series(Map<String, String> labels, NavigableMap<Long, Double> points) {
    /** Keeps copies. */
    public Series {
        labels = Map.copyOf(labels);
        points = new TreeMap<>(points);
    }

    /** The name in a legend, as Grafana makes it of its format. */
    public String legend(String format) {
        String name = format;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            name = name.replace("{{%s}}".formatted(label.getKey()), label.getValue());
        }
        return name;
    }
}
