package dev.platen.benchmarks.load;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** How often a page is found, on requests of which few are frequent, against what was possible. */
final class HitRatio {
    private static final double SKEW = 0.9;
    private static final int PAGES = 5_000;
    private static final int PER_ROUND = 30_000;
    private static final int CONNECTIONS = 8;
    private static final long SEED = 9;

    /** Room for about a tenth of the pages. */
    private static final int SMALL_MEMORY = 1024 * 1024;

    private final Effort effort;

    HitRatio(Effort effort) {
        this.effort = effort;
    }

    /** First with the memory that it has unless told otherwise, then with too little. */
    List<Section> run() throws IOException {
        int[] trace = new Zipf(PAGES, SKEW).trace(PER_ROUND * effort.rounds(), new SplittableRandom(SEED));
        return List.of(
                run(trace, PAGES, "as it is shipped", Map.of()),
                run(
                        trace,
                        0,
                        "too little memory",
                        Map.of("PLATEN_GATEWAY_PAGE_CACHE", Integer.toString(SMALL_MEMORY))));
    }

    /** A capacity of 0 stands for as many pages as the small memory holds. */
    private static Section run(int[] trace, int room, String name, Map<String, String> settings) throws IOException {
        try (Platen up = Platen.start("up", settings)) {
            up.store();
            int bytes = up.page(data(0)).length;
            Counters before = Counters.of(up.port());
            Rounds rounds = new Rounds("requests of the trace");
            AtomicInteger next = new AtomicInteger();
            try (HttpLoad load = new HttpLoad(up.port(), CONNECTIONS, () -> call(trace, next))) {
                rounds.add(load.run(() -> next.get() < trace.length));
            }
            Counters after = Counters.of(up.port());
            int capacity = room == 0 ? SMALL_MEMORY / bytes : room;
            double memory = after.since(before, Counters.FROM_MEMORY) / trace.length;
            double cache = after.since(before, Counters.FROM_CACHE) / trace.length;
            return section(new Found(name, trace, capacity, bytes, memory, cache), rounds);
        }
    }

    private record Found(String name, int[] trace, int capacity, int bytes, double inMemory, double inCache) {
        private double best() {
            return (double) OfflineOptimum.keepingTheBest(trace, capacity) / trace.length;
        }

        private double foreseen() {
            return (double) OfflineOptimum.knowingTheFuture(trace, capacity) / trace.length;
        }
    }

    /** Every connection has sent one request before anybody asks whether there is more. */
    private static Call call(int[] trace, AtomicInteger next) {
        return Requests.post(Platen.PAGE, data(trace[next.getAndIncrement()]));
    }

    /** Pages of one size. */
    private static String data(int key) {
        return "{\"email\":\"reader-%06d@example.org\"}".formatted(key);
    }

    private static Section section(Found found, Rounds rounds) {
        double all = found.inMemory() + found.inCache();
        double possible = (double) OfflineOptimum.keepingTheBest(found.trace(), PAGES) / found.trace().length;
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ratio(
                "hits in the gateway's memory, against the best set of pages that never changes",
                found.inMemory() / found.best(),
                Budget.atLeast(0.98)));
        findings.add(Finding.ratio(
                "hits in the gateway's memory, against knowing the future",
                found.inMemory() / found.foreseen(),
                Budget.none()));
        findings.add(
                new Finding("share that was found in memory or in the cluster's cache", all, "", Budget.atLeast(0.95)));
        findings.add(Finding.ratio(
                "found in memory or in the cluster's cache, against all that was asked for before",
                all / possible,
                Budget.atLeast(0.98)));
        findings.add(new Finding("answers that were wrong", rounds.wrong(), "", Budget.atMost(0)));
        return new Section(
                "Hit ratio, %s: Zipf %s, %,d requests for %,d pages, room for %,d"
                        .formatted(found.name(), SKEW, found.trace().length, PAGES, found.capacity()),
                findings,
                List.of(
                        measure("found in the gateway's memory", found.inMemory()),
                        measure("found in the cluster's cache", found.inCache()),
                        measure("possible with the best set that never changes", found.best()),
                        measure("possible when the future is known", found.foreseen()),
                        rounds.perSecond()),
                List.of("One trace, from a seed; pages of %,d bytes. Where each was found is counted by the gateway."
                        .formatted(found.bytes())));
    }

    private static Measure measure(String name, double share) {
        return new Measure(name, "", new Samples(List.of(share)));
    }
}
