package dev.platen.gateway.performance;

import dev.platen.gateway.performance.Bottlenecks.Bottleneck;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private Recommendations() {}

    /** All of them, the most urgent first. */
    static List<Recommendation> of(Performance performance) {
        return Stream.concat(
                        Bottlenecks.of(performance).stream().map(Recommendations::against),
                        Stream.of(uncached(performance.requests())))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Recommendation::priority))
                .toList();
    }

    private static Optional<Recommendation> against(Bottleneck found) {
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
            case "cache-too-small" -> advice(Priority.MEDIUM, found, "Give this cache more memory.");
            case "memory" -> advice(Priority.MEDIUM, found, "Watch this instance: little of its heap is left.");
            case "late", "pauses" ->
                advice(Priority.MEDIUM, found, "Add replicas of this tier: its queue is too long.");
            default -> Optional.empty();
        };
    }

    private static Optional<Recommendation> advice(Priority priority, Bottleneck found, String advice) {
        return Optional.of(new Recommendation(priority, found.where(), advice, found.evidence()));
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
