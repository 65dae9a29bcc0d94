package dev.platen.gateway.performance;

import dev.platen.gateway.performance.Bottlenecks.Bottleneck;
import dev.platen.gateway.performance.Performance.Decision;
import dev.platen.gateway.performance.Performance.PageMemory;
import dev.platen.gateway.performance.Performance.Pool;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody should do, from what holds the system back. */
final class Recommendations {
    /** What comes first. */
    enum Priority {
        HIGH,
        MEDIUM,
        LOW
    }

    /**
     * One of them.
     *
     * @param subject the part of the system
     * @param advice what to do
     * @param evidence why
     */
    record Recommendation(Priority priority, String subject, String advice, String evidence) {}

    /** From this share of the time of a late page on, a record of the workers counts as what makes it late. */
    private static final double SHARE_OF_SLOW = 0.25;

    /** A difference of hit ratios that is not worth memory. */
    private static final double HARDLY = 0.03;

    private Recommendations() {}

    /** All of them, the most urgent first. */
    static List<Recommendation> of(Performance performance) {
        List<Bottleneck> bottlenecks = Bottlenecks.of(performance);
        return Stream.of(
                        bottlenecks.stream().map(found -> against(found, performance.pageMemory())),
                        bottlenecks.stream()
                                .filter(found -> found.kind().equals("latency"))
                                .map(late -> slowest(late, performance.pools())),
                        latest(performance.decisions()).map(Recommendations::atItsBound),
                        Stream.of(uncached(performance.requests())))
                .flatMap(Function.identity())
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Recommendation::priority))
                .toList();
    }

    private static Optional<Recommendation> against(Bottleneck found, List<PageMemory> sizes) {
        return switch (found.kind()) {
            case "busy" -> advice(Priority.HIGH, found, "Give this tier more replicas, or its pods more processors.");
            case "admission", "refusals" ->
                advice(Priority.HIGH, found, "The workers cannot keep up: add replicas of the busiest tier.");
            case "memory-critical" ->
                advice(
                        Priority.HIGH,
                        found,
                        "Raise the memory limit of this instance, or lower what its caches may hold.");
            case "leak" ->
                advice(
                        Priority.HIGH,
                        found,
                        "Take a recording with POST /v1/performance/recordings, and restart the instance.");
            case "cache-away" ->
                advice(
                        Priority.HIGH,
                        found,
                        "Look at the nodes of the cache; until they are back every miss is rendered.");
            case "dead-letters" ->
                advice(
                        Priority.HIGH,
                        found,
                        "Look at platen.dead-letters: each record there says why it was put aside.");
            case "cache-too-small" -> larger(found, found.where().equals("cache l1 of pages") ? sizes : List.of());
            case "memory" -> advice(Priority.MEDIUM, found, "Watch this instance: little of its heap is left.");
            case "late", "pauses" ->
                advice(Priority.MEDIUM, found, "Add replicas of this tier: its queue is too long.");
            default -> Optional.empty();
        };
    }

    private static Optional<Recommendation> advice(Priority priority, Bottleneck found, String advice) {
        return Optional.of(new Recommendation(priority, found.where(), advice, found.evidence()));
    }

    /** How much larger, as far as that is known: the smallest size that finds nearly as much as the largest. */
    private static Optional<Recommendation> larger(Bottleneck small, List<PageMemory> sizes) {
        if (sizes.isEmpty()) {
            return advice(Priority.MEDIUM, small, "Give this cache more memory.");
        }
        double most = sizes.getLast().hitRatio();
        PageMemory enough = sizes.stream()
                .filter(size -> size.hitRatio() >= most - HARDLY)
                .findFirst()
                .orElseThrow();
        String advice = enough.times() == sizes.getFirst().times()
                ? "More memory would find hardly more: look for what makes each page differ from the others."
                : "Give this cache %d times its memory (platen.gateway.page-cache).".formatted(enough.times());
        String estimates = sizes.stream()
                .map(size -> String.format(
                        Locale.ROOT, "%.0f %% of the look-ups at %d times", size.hitRatio() * 100, size.times()))
                .collect(Collectors.joining(", "));
        return Optional.of(new Recommendation(
                Priority.MEDIUM,
                small.where(),
                advice,
                "%s; it would find about %s its size".formatted(small.evidence(), estimates)));
    }

    /** Which part makes pages late, as far as the workers tell. */
    private static Optional<Recommendation> slowest(Bottleneck late, List<Pool> pools) {
        Pool slowest = pools.stream()
                .filter(pool -> millisPerRecord(pool) >= late.value() * SHARE_OF_SLOW)
                .max(Comparator.comparingDouble(Recommendations::millisPerRecord))
                .orElse(null);
        return slowest == null
                ? advice(
                        Priority.MEDIUM,
                        late,
                        "The workers are quick: look at what pages wait for, which is the queue, Kafka or the cache.")
                : Optional.of(new Recommendation(
                        Priority.MEDIUM,
                        "workers of " + slowest.tier(),
                        "Record one of these workers, and look at what the documents cost that are asked for.",
                        String.format(
                                Locale.ROOT,
                                "a record takes them %.0f ms; %s",
                                millisPerRecord(slowest),
                                late.evidence())));
    }

    private static double millisPerRecord(Pool pool) {
        return Performance.share(pool.busyShare() * pool.threads(), pool.recordsPerSecond()) * 1_000;
    }

    /** The last word about each pool. */
    private static Stream<Decision> latest(List<Decision> decisions) {
        Set<String> pools = new HashSet<>();
        return decisions.stream().filter(decision -> pools.add(decision.pool()));
    }

    /** A pool that more replicas would help, or would not, and that gets none. */
    private static Optional<Recommendation> atItsBound(Decision decision) {
        return switch (decision.term()) {
            case "Maximum" -> bound(decision, "Raise the upper bound of this pool, or give its pods more processors.");
            case "Partitions" ->
                bound(decision, "Give the topic of this pool more partitions, or its pods more processors.");
            case "Bottleneck" ->
                bound(decision, "Look at what its pods share: the cache, the broker, the processors of the nodes.");
            default -> Optional.empty();
        };
    }

    private static Optional<Recommendation> bound(Decision decision, String advice) {
        return Optional.of(
                new Recommendation(Priority.HIGH, "pool " + decision.pool(), advice, decision.explanation()));
    }

    /** Pages that are asked for with new data each time; nothing is wrong with that, but no cache helps. */
    private static Optional<Recommendation> uncached(Performance.Requests requests) {
        if (requests.pagesPerSecond() < 1 || requests.hitRatio() >= 0.5) {
            return Optional.empty();
        }
        return Optional.of(new Recommendation(
                Priority.LOW,
                "pages",
                "Most pages are asked for once: let data that is always the same come with the schema, and load what differs late.",
                String.format(
                        Locale.ROOT,
                        "%.0f %% of %.1f pages a second were in a cache",
                        requests.hitRatio() * 100,
                        requests.pagesPerSecond())));
    }
}
