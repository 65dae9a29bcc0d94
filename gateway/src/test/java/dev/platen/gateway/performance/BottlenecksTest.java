package dev.platen.gateway.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.gateway.performance.Bottlenecks.Bottleneck;
import dev.platen.gateway.performance.Recommendations.Recommendation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each bottleneck where it is provoked, and not where the figures stay just below; with the advice that belongs to it. */
class BottlenecksTest {
    private record Case(String kind, String advice, List<String> provoking, List<String> harmless) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "busy",
                    "more replicas",
                    List.of("platen.worker.threads{tier=render}=2", "platen.worker.busy.seconds{tier=render}=17"),
                    List.of("platen.worker.threads{tier=render}=2", "platen.worker.busy.seconds{tier=render}=16")),
            new Case("pauses", "more replicas|Add replicas", pool("pauses", 1), pool("pauses", 0)),
            new Case("late", "Add replicas", pool("late", 1), pool("late", 0)),
            new Case("dead-letters", "platen.dead-letters", pool("dead.letters", 1), pool("dead.letters", 0)),
            new Case(
                    "errors",
                    "",
                    List.of(
                            "http.server.requests.count{outcome=SERVER_ERROR}=2",
                            "http.server.requests.count{outcome=SUCCESS}=998"),
                    List.of(
                            "http.server.requests.count{outcome=CLIENT_ERROR}=500",
                            "http.server.requests.count{outcome=SUCCESS}=500")),
            new Case(
                    "refusals",
                    "add replicas",
                    List.of("platen.gateway.refused{}=1"),
                    List.of("platen.gateway.refused{}=0")),
            new Case("latency", "The workers are quick", pages(0.06), pages(0.05)),
            new Case(
                    "admission",
                    "add replicas",
                    List.of("platen.gateway.in.flight{}=95", "platen.gateway.in.flight.limit{}=100"),
                    List.of("platen.gateway.in.flight{}=90", "platen.gateway.in.flight.limit{}=100")),
            new Case(
                    "memory",
                    "Watch",
                    List.of("jvm.memory.usage.after.gc{area=heap,pool=long-lived}=0.71"),
                    List.of("jvm.memory.usage.after.gc{area=heap,pool=long-lived}=0.70")),
            new Case(
                    "memory-critical",
                    "Raise the memory limit",
                    List.of("jvm.memory.usage.after.gc{area=heap,pool=long-lived}=0.86"),
                    List.of("jvm.memory.usage.after.gc{area=heap,pool=long-lived}=0.84")),
            new Case(
                    "cache-away",
                    "nodes of the cache",
                    List.of("platen.cache.requests{cache=pages,level=l2,outcome=failure}=1"),
                    List.of("platen.cache.requests{cache=pages,level=l2,outcome=miss}=1")),
            new Case("cache-too-small", "more memory", cache(80, 20, 1), cache(91, 9, 1)));

    private static List<String> pool(String figure, int count) {
        return List.of(
                "platen.worker.threads{tier=render}=2", "platen.worker.%s{tier=render}=%d".formatted(figure, count));
    }

    private static List<String> pages(double seconds) {
        return List.of(
                "platen.gateway.pages.count{source=l1}=10",
                "platen.gateway.pages.within{source=l1,le=%s}=10".formatted(seconds));
    }

    private static List<String> cache(int hits, int misses, int evictions) {
        return List.of(
                "cache.gets{cache=pages,result=hit}=" + hits,
                "cache.gets{cache=pages,result=miss}=" + misses,
                "cache.evictions{cache=pages}=" + evictions);
    }

    @TestFactory
    Stream<DynamicTest> shouldFindWhatHoldsTheSystemBack() {
        return CASES.stream()
                .map(each -> DynamicTest.dynamicTest(each.kind(), () -> {
                    // When
                    Performance provoked = performance(each.provoking());

                    // Then
                    assertThat(Bottlenecks.of(provoked))
                            .extracting(Bottleneck::kind)
                            .containsExactly(each.kind());
                    assertThat(Bottlenecks.of(provoked)).allSatisfy(found -> assertThat(found.value())
                            .isGreaterThan(found.kind().equals("cache-too-small") ? 0 : found.threshold()));
                    assertThat(Recommendations.of(provoked))
                            .extracting(Recommendation::advice)
                            .filteredOn(_ -> !each.advice().isEmpty())
                            .allSatisfy(advice -> assertThat(advice).containsPattern(each.advice()));
                    assertThat(Recommendations.of(provoked))
                            .hasSize(each.advice().isEmpty() ? 0 : 1);
                    assertThat(Bottlenecks.of(performance(each.harmless())))
                            .extracting(Bottleneck::kind)
                            .doesNotContain(each.kind());
                }));
    }

    private static Performance performance(List<String> figures) {
        return Readings.performance(Readings.of(figures.toArray(String[]::new)));
    }
}
