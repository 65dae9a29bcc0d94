package dev.platen.gateway.metrics;

import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How many pages there were, and how long they took.
 *
 * @param bySource how many came from where
 * @param withinNanos for each bound, how many took at most so long
 */
public record PageFigures(Map<String, Long> bySource, NavigableMap<Double, Long> withinNanos) {

    /** Adds what one timer counted to figures that are being made. */
    void add(String source, CountAtBucket[] buckets, long count) {
        bySource.put(source, count);
        for (CountAtBucket bucket : buckets) {
            withinNanos.merge(bucket.bucket(), (long) bucket.count(), Long::sum);
        }
    }

    static PageFigures none() {
        return new PageFigures(new LinkedHashMap<>(), new TreeMap<>());
    }

    /** What was added since these were the figures. */
    public PageFigures since(PageFigures earlier) {
        PageFigures difference = none();
        bySource.forEach(
                (source, count) -> difference.bySource.put(source, count - earlier.bySource.getOrDefault(source, 0L)));
        withinNanos.forEach((bound, count) ->
                difference.withinNanos.put(bound, count - earlier.withinNanos.getOrDefault(bound, 0L)));
        return difference;
    }

    /** The least bound within which this share of the pages was answered; empty where there were none. */
    public OptionalDouble quantileNanos(double share) {
        long all = bySource.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return OptionalDouble.empty();
        }
        return withinNanos.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= share * all)
                .mapToDouble(Map.Entry::getKey)
                .findFirst();
    }
}
