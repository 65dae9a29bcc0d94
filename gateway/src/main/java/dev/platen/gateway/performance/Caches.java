package dev.platen.gateway.performance;

import dev.platen.gateway.performance.Performance.Cache;
import dev.platen.gateway.performance.Performance.PageMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The levels of the cache: what services keep in their memory, and what they ask the cluster for. */
final class Caches {
    private static final String ASKED = "platen.cache.requests";
    private static final String PLAYED = "platen.gateway.memory.played";
    private static final String CACHE = "cache";

    /** Of look-ups that are played, for an estimate to be worth something. */
    private static final double ENOUGH_PER_SECOND = 1;

    private Caches() {}

    static List<Cache> of(List<Reading> readings) {
        List<Cache> caches = new ArrayList<>();
        Map<String, Double> hits = rates(readings, "cache.gets", CACHE, "result=hit");
        Map<String, Double> misses = rates(readings, "cache.gets", CACHE, "result=miss");
        Map<String, Double> evictions = rates(readings, "cache.evictions", CACHE);
        names(hits, misses)
                .forEach(name ->
                        caches.add(cache("l1", name, of(hits, name), of(misses, name), 0, of(evictions, name))));
        Map<String, Double> found = rates(readings, ASKED, CACHE, "outcome=hit");
        Map<String, Double> absent = rates(readings, ASKED, CACHE, "outcome=miss");
        Map<String, Double> failed = rates(readings, ASKED, CACHE, "outcome=failure");
        Map<String, Double> evicted = rates(readings, "platen.cache.node.evictions", CACHE);
        names(found, absent, failed)
                .forEach(name -> caches.add(
                        cache("l2", name, of(found, name), of(absent, name), of(failed, name), of(evicted, name))));
        return caches;
    }

    static List<PageMemory> pageMemory(List<Reading> readings) {
        Map<String, Double> hits = rates(readings, PLAYED, "times", "outcome=hit");
        Map<String, Double> misses = rates(readings, PLAYED, "times", "outcome=miss");
        return names(hits, misses).stream()
                .filter(times -> of(hits, times) + of(misses, times) >= ENOUGH_PER_SECOND)
                .map(times -> new PageMemory(
                        Integer.parseInt(times),
                        Performance.share(of(hits, times), of(hits, times) + of(misses, times))))
                .sorted(Comparator.comparingInt(PageMemory::times))
                .toList();
    }

    private static Cache cache(
            String level, String name, double hits, double misses, double failures, double evictions) {
        return new Cache(level, name, hits, misses, failures, Performance.share(hits, hits + misses), evictions);
    }

    private static Map<String, Double> rates(List<Reading> readings, String name, String by, String... tags) {
        Map<String, Double> all = new TreeMap<>();
        readings.forEach(
                reading -> reading.rates(name, by, tags).forEach((key, value) -> all.merge(key, value, Double::sum)));
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
