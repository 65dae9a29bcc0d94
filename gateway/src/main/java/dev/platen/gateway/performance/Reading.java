package dev.platen.gateway.performance;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one instance reported at the beginning and at the end of some seconds.
 *
 * @param service what it is
 * @param instance which one
 * @param seconds between the two reports, more than 0
 * @param before the figures at the beginning; none where the instance has started since
 * @param after the figures at the end
 * @param leak what its memory after collections looks like over a longer time
 */
record Reading(String service, String instance, double seconds, Figures before, Figures after, MemoryTrend leak) {

    /** How fast a count grew, each second. */
    double rate(String name, String... tags) {
        return Math.max(0, after.sum(name, tags) - before.sum(name, tags)) / seconds;
    }

    /** How fast counts grew, each second, for each value of a tag. */
    Map<String, Double> rates(String name, String tag, String... tags) {
        Map<String, Double> rates = new TreeMap<>(after.by(name, tag, tags));
        before.by(name, tag, tags).forEach((value, count) -> rates.merge(value, -count, Double::sum));
        rates.replaceAll((_, growth) -> Math.max(0, growth) / seconds);
        return rates;
    }

    /** The level that a figure had at the end. */
    double level(String name, String... tags) {
        return after.sum(name, tags);
    }
}
