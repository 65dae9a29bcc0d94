package dev.platen.gateway.performance;

import dev.platen.gateway.performance.Performance.Cache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The levels of the cache: what services keep in their memory, and what they ask the cluster for. */
final class Caches {
    private static final String ASKED = "platen.cache.requests";

    private Caches() {}

    static List<Cache> of(List<Reading> readings) {
        List<Cache> caches = new ArrayList<>();
        Map<String, Double> hits = rates(readings, "cache.gets", "result=hit");
        Map<String, Double> misses = rates(readings, "cache.gets", "result=miss");
        Map<String, Double> evictions = rates(readings, "cache.evictions");
        names(hits, misses)
                .forEach(name ->
                        caches.add(cache("l1", name, of(hits, name), of(misses, name), 0, of(evictions, name))));
        Map<String, Double> found = rates(readings, ASKED, "outcome=hit");
        Map<String, Double> absent = rates(readings, ASKED, "outcome=miss");
        Map<String, Double> failed = rates(readings, ASKED, "outcome=failure");
        Map<String, Double> evicted = rates(readings, "platen.cache.node.evictions");
        names(found, absent, failed)
                .forEach(name -> caches.add(
                        cache("l2", name, of(found, name), of(absent, name), of(failed, name), of(evicted, name))));
        return caches;
    }

    private static Cache cache(
            String level, String name, double hits, double misses, double failures, double evictions) {
        return new Cache(level, name, hits, misses, failures, Performance.share(hits, hits + misses), evictions);
    }

    private static Map<String, Double> rates(List<Reading> readings, String name, String... tags) {
        Map<String, Double> all = new TreeMap<>();
        readings.forEach(reading ->
                reading.rates(name, "cache", tags).forEach((key, value) -> all.merge(key, value, Double::sum)));
        return all;
    }

    @SafeVarargs
    private static List<String> names(Map<String, Double>... rates) {
        TreeMap<String, Double> names = new TreeMap<>();
        for (Map<String, Double> each : rates) {
            names.putAll(each);
        }
        return List.copyOf(names.keySet());
    }

    private static double of(Map<String, Double> rates, String name) {
        return rates.getOrDefault(name, 0.0);
    }
}
