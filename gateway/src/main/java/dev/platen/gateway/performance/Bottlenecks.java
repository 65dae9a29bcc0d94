package dev.platen.gateway.performance;

import dev.platen.gateway.performance.Performance.Cache;
import dev.platen.gateway.performance.Performance.Memory;
import dev.platen.gateway.performance.Performance.Pool;
import dev.platen.gateway.performance.Performance.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What holds the system back: each figure that is beyond the threshold from which that is felt. */
final class Bottlenecks {
    /** Beyond this share of busy time the wait for a worker grows faster than the load (Kingman's formula). */
    static final double BUSY = 0.80;

    static final double HEAP_WARNING = 0.70;
    static final double HEAP_CRITICAL = 0.85;
    static final double HIT_RATIO = 0.90;
    static final double SLOW_MILLIS = 50;
    static final double ERROR_RATIO = 0.001;
    private static final double FULL = 0.90;

    /** Fewer pages than this say nothing of a ratio. */
    private static final double ENOUGH_PER_SECOND = 1;

    /**
     * One of them.
     *
     * @param kind what it is, one of few words
     * @param where the part of the system
     * @param value what was found
     * @param threshold from which it counts
     * @param evidence for people
     */
    record Bottleneck(String kind, String where, double value, double threshold, String evidence) {}

    private final List<Bottleneck> found = new ArrayList<>();

    private Bottlenecks() {}

    /** All of them, the most telling first. */
    static List<Bottleneck> of(Performance performance) {
        Bottlenecks all = new Bottlenecks();
        all.requests(performance.requests());
        performance.pools().forEach(all::pool);
        performance.memory().forEach(all::memory);
        performance.caches().forEach(all::cache);
        return List.copyOf(all.found);
    }

    private void requests(Requests requests) {
        above("errors", "gateway", requests.errorRatio(), ERROR_RATIO, "%.2f %% of the answers are 500 or above", 100);
        above("refusals", "gateway", requests.refusedPerSecond(), 0, "%.1f requests a second find no room", 1);
        Double slowest = requests.pages().p99Millis();
        if (slowest != null) {
            above("latency", "gateway", slowest, SLOW_MILLIS, "one page of a hundred takes longer than %.0f ms", 1);
        }
        double full = Performance.share(requests.inFlight(), requests.inFlightLimit());
        above("admission", "gateway", full, FULL, "%.0f %% of what may wait for the workers does", 100);
    }

    private void pool(Pool pool) {
        String where = "workers of " + pool.tier();
        above("busy", where, pool.busyShare(), BUSY, "the threads work %.0f %% of the time", 100);
        above("pauses", where, pool.pausesPerSecond(), 0, "they stop to take records %.2f times a second", 1);
        above("late", where, pool.latePerSecond(), 0, "%.2f records a second come too late to be of use", 1);
        above("dead-letters", where, pool.deadLettersPerSecond(), 0, "%.2f records a second are put aside", 1);
    }

    private void memory(Memory memory) {
        String where = memory.service() + " " + memory.instance();
        boolean isCritical = memory.afterCollection() >= HEAP_CRITICAL;
        above(
                isCritical ? "memory-critical" : "memory",
                where,
                memory.afterCollection(),
                isCritical ? HEAP_CRITICAL : HEAP_WARNING,
                "%.0f %% of the heap stay in use after collections",
                100);
        if (memory.looksLikeLeak()) {
            found.add(new Bottleneck(
                    "leak",
                    where,
                    memory.afterCollection(),
                    0,
                    "the heap in use after collections has only grown for a quarter of an hour or more"));
        }
    }

    private void cache(Cache cache) {
        String where = "cache %s of %s".formatted(cache.level(), cache.cache());
        above("cache-away", where, cache.failuresPerSecond(), 0, "%.2f look-ups a second are not answered", 1);
        boolean isAsked = cache.hitsPerSecond() + cache.missesPerSecond() >= ENOUGH_PER_SECOND;
        if (isAsked && cache.evictionsPerSecond() > 0 && cache.hitRatio() < HIT_RATIO) {
            found.add(new Bottleneck(
                    "cache-too-small",
                    where,
                    cache.hitRatio(),
                    HIT_RATIO,
                    String.format(
                            Locale.ROOT,
                            "%.1f entries a second make room for others, and %.0f %% of the look-ups find something",
                            cache.evictionsPerSecond(),
                            cache.hitRatio() * 100)));
        }
    }

    private void above(String kind, String where, double value, double threshold, String evidence, double unit) {
        if (value > threshold) {
            found.add(
                    new Bottleneck(kind, where, value, threshold, String.format(Locale.ROOT, evidence, value * unit)));
        }
    }
}
