package dev.platen.gateway.performance;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of one report, by name and tags. What was not reported is zero. Immutable.
 *
 * @param byName for each name, the values by their tags, in the form {@code ,tier=render,}
 */
record Figures(Map<String, Map<String, Double>> byName) {
    static final Figures NONE = new Figures(Map.of());

    /** Reads names of the form {@code name{tag=value,tag=value}}; what has another form is left out. */
    static Figures of(Map<String, Double> reported) {
        Map<String, Map<String, Double>> byName = new HashMap<>();
        reported.forEach((key, value) -> {
            int brace = key.indexOf('{');
            if (brace > 0 && key.endsWith("}")) {
                byName.computeIfAbsent(key.substring(0, brace), _ -> new HashMap<>())
                        .put("," + key.substring(brace + 1, key.length() - 1) + ",", value);
            }
        });
        return new Figures(byName);
    }

    /** The sum of all values under a name that have these tags, each in the form {@code tag=value}. */
    double sum(String name, String... tags) {
        double sum = 0;
        for (Map.Entry<String, Double> figure :
                byName.getOrDefault(name, Map.of()).entrySet()) {
            sum += hasAll(figure.getKey(), tags) ? figure.getValue() : 0;
        }
        return sum;
    }

    /** The sums of the values under a name that have these tags, for each value of another tag. */
    Map<String, Double> by(String name, String tag, String... tags) {
        Map<String, Double> sums = new TreeMap<>();
        byName.getOrDefault(name, Map.of()).forEach((all, value) -> {
            int at = all.indexOf("," + tag + "=");
            if (at >= 0 && hasAll(all, tags)) {
                int from = at + tag.length() + 2;
                sums.merge(all.substring(from, all.indexOf(',', from)), value, Double::sum);
            }
        });
        return sums;
    }

    private static boolean hasAll(String all, String... tags) {
        for (String tag : tags) {
            if (!all.contains("," + tag + ",")) {
                return false;
            }
        }
        return true;
    }
}
