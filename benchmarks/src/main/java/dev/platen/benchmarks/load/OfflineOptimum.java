package dev.platen.benchmarks.load;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** How many hits a cache could have had at best, had it known all requests beforehand. Entries are of one size. */
final class OfflineOptimum {
    private static final int NEVER = Integer.MAX_VALUE;

    /** When a key that is in the cache is asked for again. */
    private record Next(int key, int at) {}

    private OfflineOptimum() {}

    /**
     * Hits with the set of keys that is best if it never changes; each has to be fetched once. No cache that learns from the
     * past alone can expect more where every request is drawn independently.
     */
    static long keepingTheBest(int[] trace, int capacity) {
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(trace).forEach(key -> counts.merge(key, 1, Integer::sum));
        return counts.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(capacity)
                .mapToLong(count -> count - 1)
                .sum();
    }

    /** Hits of Belady's rule: what is asked for again last makes room, or is not kept at all. */
    static long knowingTheFuture(int[] trace, int capacity) {
        int[] again = again(trace);
        Map<Integer, Integer> kept = new HashMap<>();
        PriorityQueue<Next> furthest =
                new PriorityQueue<>(Comparator.comparingInt(Next::at).reversed());
        long hits = 0;
        for (int now = 0; now < trace.length; now++) {
            if (kept.containsKey(trace[now])) {
                hits++;
            }
            kept.put(trace[now], again[now]);
            furthest.add(new Next(trace[now], again[now]));
            while (kept.size() > capacity) {
                Next last = furthest.remove();
                kept.remove(last.key(), last.at());
            }
        }
        return hits;
    }

    private static int[] again(int[] trace) {
        int[] again = new int[trace.length];
        Map<Integer, Integer> seen = new HashMap<>();
        for (int now = trace.length - 1; now >= 0; now--) {
            Integer next = seen.put(trace[now], now);
            again[now] = next == null ? NEVER : next;
        }
        return again;
    }
}
