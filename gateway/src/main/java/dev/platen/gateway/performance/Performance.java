package dev.platen.gateway.performance;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.platen.contract.flow.Notice.PoolDecision;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How all instances performed in the last minute, together and each.
 *
 * @param instances who reported
 * @param requests what the gateways answered
 * @param caches every level of the cache that was asked
 * @param pageMemory what the memory of the gateways for pages would find if it were larger, by size; empty where too few ask
 * @param pools the workers of each tier
 * @param memory the heap of each instance
 * @param decisions what the operator decided for the pools, the latest first
 */
record Performance(
        List<Instance> instances,
        Requests requests,
        List<Cache> caches,
        List<PageMemory> pageMemory,
        List<Pool> pools,
        List<Memory> memory,
        List<Decision> decisions) {

    /**
     * One process.
     *
     * @param seconds over which its rates are taken
     * @param processorShare of all processors that it may use, 0 to 1
     */
    record Instance(String service, String instance, double seconds, double processorShare) {}

    /**
     * Requests of all gateways.
     *
     * @param errorRatio share of answers of 500 and above, 0 to 1
     * @param pages how long pages took
     * @param refusedPerSecond those for which there was no room
     * @param inFlight requests that wait for the workers
     * @param inFlightLimit requests that may
     */
    record Requests(
            double perSecond,
            double errorsPerSecond,
            double errorRatio,
            Latency pages,
            double pagesPerSecond,
            double hitRatio,
            double refusedPerSecond,
            double connections,
            double inFlight,
            double inFlightLimit) {}

    /** Milliseconds; absent where there was nothing to measure. Percentiles are upper bounds of what was counted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Latency(
            @Nullable Double meanMillis,
            @Nullable Double p50Millis,
            @Nullable Double p95Millis,
            @Nullable Double p99Millis) {}

    /**
     * One level of the cache.
     *
     * @param level {@code l1} in the memory of a service, {@code l2} in the cluster
     * @param failuresPerSecond look-ups that were not answered
     */
    record Cache(
            String level,
            String cache,
            double hitsPerSecond,
            double missesPerSecond,
            double failuresPerSecond,
            double hitRatio,
            double evictionsPerSecond) {}

    /**
     * The memory of the gateways for pages at another size, estimated from a share of the pages.
     *
     * @param times as large as it is; 1 is the estimate for the size that it has
     * @param hitRatio share of look-ups that would find a page, 0 to 1
     */
    record PageMemory(int times, double hitRatio) {}

    /**
     * The workers of one tier, of all instances.
     *
     * @param threads that work
     * @param busyShare of their time that they worked, 0 to 1
     * @param inFlight records taken and not finished
     */
    record Pool(
            String tier,
            int instances,
            double threads,
            double busyShare,
            double recordsPerSecond,
            double inFlight,
            double inFlightLimit,
            double pausesPerSecond,
            double latePerSecond,
            double deadLettersPerSecond) {}

    /**
     * The heap of one instance.
     *
     * @param afterCollection share that was left in use after the last collection of the old generation, 0 to 1
     * @param looksLikeLeak whether that share has only grown, for a quarter of an hour or more, by a tenth or more
     */
    record Memory(
            String service,
            String instance,
            double usedBytes,
            double maxBytes,
            double afterCollection,
            boolean looksLikeLeak) {}

    /**
     * What the operator decided for a pool, and why.
     *
     * @param at when, ISO 8601
     * @param isActedUpon whether the operator does so itself; it only recommends otherwise
     * @param term the rule that decided
     * @param explanation the reason in a sentence
     * @param oneFewer what one replica fewer would have given; empty where that is not known
     */
    record Decision(
            String pool,
            String tier,
            String at,
            boolean isActedUpon,
            int from,
            int to,
            String term,
            String explanation,
            String oneFewer) {
        static Decision of(PoolDecision told) {
            return new Decision(
                    told.pool(),
                    told.tier(),
                    told.at().toString(),
                    told.isActedUpon(),
                    told.from(),
                    told.to(),
                    told.term(),
                    told.explanation(),
                    told.oneFewer());
        }
    }

    private static final double MILLIS = 1_000;
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;
    private static final double NEARLY_ALL = 0.99;
    private static final String WORKERS = "platen.worker.";
    private static final String PAGES = "platen.gateway.pages";

    /** What the readings say, beside the decisions. */
    static Performance of(List<Reading> readings, List<PoolDecision> decisions) {
        return new Performance(
                readings.stream().map(Performance::instance).toList(),
                requests(readings),
                Caches.of(readings),
                Caches.pageMemory(readings),
                pools(readings),
                readings.stream().map(Performance::memory).toList(),
                decisions.stream().map(Decision::of).toList());
    }

    private static Instance instance(Reading reading) {
        return new Instance(
                reading.service(), reading.instance(), reading.seconds(), reading.level("process.cpu.usage"));
    }

    private static Requests requests(List<Reading> readings) {
        double all = rate(readings, "http.server.requests.count");
        double errors = rate(readings, "http.server.requests.count", "outcome=SERVER_ERROR");
        double pages = rate(readings, PAGES + ".count");
        double fromWorkers = rate(readings, PAGES + ".count", "source=workers");
        return new Requests(
                all,
                errors,
                share(errors, all),
                latency(readings),
                pages,
                share(pages - fromWorkers, pages),
                rate(readings, "platen.gateway.refused"),
                level(readings, "http.server.active.connections"),
                level(readings, "platen.gateway.in.flight"),
                level(readings, "platen.gateway.in.flight.limit"));
    }

    private static Latency latency(List<Reading> readings) {
        double pages = rate(readings, PAGES + ".count");
        if (pages == 0) {
            return new Latency(null, null, null, null);
        }
        NavigableMap<Double, Double> within = new TreeMap<>();
        for (Reading reading : readings) {
            new Histogram(reading.before(), PAGES).each((bound, count) -> within.merge(bound, -count, Double::sum));
            new Histogram(reading.after(), PAGES).each((bound, count) -> within.merge(bound, count, Double::sum));
        }
        return new Latency(
                rate(readings, PAGES + ".total_time") / pages * MILLIS,
                quantile(within, MEDIAN),
                quantile(within, MOST),
                quantile(within, NEARLY_ALL));
    }

    private static @Nullable Double quantile(NavigableMap<Double, Double> within, double share) {
        double all = within.values().stream().mapToDouble(Double::doubleValue).sum();
        double sum = 0;
        for (Map.Entry<Double, Double> bucket : within.entrySet()) {
            sum += bucket.getValue();
            if (sum >= share * all && all > 0) {
                return bucket.getKey() * MILLIS;
            }
        }
        return null;
    }

    private static List<Pool> pools(List<Reading> readings) {
        Map<String, Integer> tiers = new TreeMap<>();
        readings.forEach(reading -> reading.after()
                .by(WORKERS + "threads", "tier")
                .keySet()
                .forEach(tier -> tiers.merge(tier, 1, Integer::sum)));
        return tiers.entrySet().stream()
                .map(tier -> pool(readings, tier.getKey(), tier.getValue()))
                .toList();
    }

    private static Pool pool(List<Reading> readings, String tier, int instances) {
        String own = "tier=" + tier;
        double threads = level(readings, WORKERS + "threads", own);
        return new Pool(
                tier,
                instances,
                threads,
                share(rate(readings, WORKERS + "busy.seconds", own), threads),
                rate(readings, WORKERS + "records", own),
                level(readings, WORKERS + "in.flight", own),
                level(readings, WORKERS + "in.flight.limit", own),
                rate(readings, WORKERS + "pauses", own),
                rate(readings, WORKERS + "late", own),
                rate(readings, WORKERS + "dead.letters", own));
    }

    private static Memory memory(Reading reading) {
        return new Memory(
                reading.service(),
                reading.instance(),
                reading.level("jvm.memory.used", "area=heap"),
                reading.level("jvm.memory.max", "area=heap"),
                reading.level("jvm.memory.usage.after.gc"),
                reading.leak().looksLikeLeak());
    }

    /** Of all instances. */
    static double rate(List<Reading> readings, String name, String... tags) {
        return readings.stream()
                .mapToDouble(reading -> reading.rate(name, tags))
                .sum();
    }

    private static double level(List<Reading> readings, String name, String... tags) {
        return readings.stream()
                .mapToDouble(reading -> reading.level(name, tags))
                .sum();
    }

    /** A part of a whole; 0 where there is no whole. */
    static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
