package dev.platen.gateway.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Notice.PoolDecision;
import dev.platen.gateway.performance.Recommendations.Priority;
import dev.platen.gateway.performance.Recommendations.Recommendation;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advice that belongs to no single figure; that against a bottleneck is tested with it. */
class RecommendationsTest {
    private static final Instant START = Instant.parse("2026-01-02T03:00:00Z");

    private static PoolDecision decision(int second, String term) {
        return new PoolDecision("platen/render", "render", START.plusSeconds(second), true, 4, 4, term, "it rains", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Maximum    | Raise the upper bound
            Partitions | more partitions
            Bottleneck | what its pods share
            """)
    void shouldAdviseWhereAPoolIsAtItsBound(String term, String advice) {
        // When
        Performance performance = Performance.of(List.of(), List.of(decision(15, term), decision(0, "Latency")));

        // Then
        assertThat(Recommendations.of(performance)).singleElement().satisfies(given -> {
            assertThat(given.priority()).isEqualTo(Priority.HIGH);
            assertThat(given.subject()).isEqualTo("pool platen/render");
            assertThat(given.advice()).contains(advice);
            assertThat(given.evidence()).isEqualTo("it rains");
        });
    }

    @Test
    void shouldSayNothingOfABoundThatIsOneNoMore() {
        // When
        Performance performance = Performance.of(List.of(), List.of(decision(15, "Minimum"), decision(0, "Maximum")));

        // Then
        assertThat(Recommendations.of(performance)).isEmpty();
    }

    @Test
    void shouldNameTheWorkersThatMakePagesLate() {
        // When
        Performance performance = Readings.performance(Readings.of(
                "platen.gateway.pages.count{source=l1}=10",
                "platen.gateway.pages.within{source=l1,le=0.08}=10",
                "platen.worker.threads{tier=render}=2",
                "platen.worker.busy.seconds{tier=render}=4",
                "platen.worker.records{tier=render}=100",
                "platen.worker.threads{tier=compile}=2",
                "platen.worker.busy.seconds{tier=compile}=1",
                "platen.worker.records{tier=compile}=1000"));

        // Then
        assertThat(Recommendations.of(performance)).singleElement().satisfies(given -> {
            assertThat(given.subject()).isEqualTo("workers of render");
            assertThat(given.evidence()).contains("a record takes them 40 ms", "longer than 80 ms");
        });
    }

    @Test
    void shouldAdviseWhereMostPagesAreAskedForOnce() {
        // When
        Performance performance = Readings.performance(Readings.of(
                "platen.gateway.pages.count{source=workers}=60", "platen.gateway.pages.count{source=l1}=40"));

        // Then
        assertThat(Recommendations.of(performance)).singleElement().satisfies(given -> {
            assertThat(given.priority()).isEqualTo(Priority.LOW);
            assertThat(given.evidence()).isEqualTo("40 % of 10.0 pages a second were in a cache");
        });
        assertThat(Recommendations.of(Readings.performance(Readings.of(
                        "platen.gateway.pages.count{source=workers}=50", "platen.gateway.pages.count{source=l1}=50"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            40 | 80 | 82 | Give this cache 2 times its memory
            40 | 60 | 90 | Give this cache 4 times its memory
            40 | 41 | 42 | look for what makes each page differ
            """)
    void shouldSayHowMuchMoreMemoryWouldFindHowMuch(int now, int twice, int fourTimes, String advice) {
        // When
        Performance performance = Readings.performance(Readings.of(
                "cache.gets{cache=pages,result=hit}=40",
                "cache.gets{cache=pages,result=miss}=60",
                "cache.evictions{cache=pages}=50",
                played(1, "hit", now),
                played(1, "miss", 100 - now),
                played(2, "hit", twice),
                played(2, "miss", 100 - twice),
                played(4, "hit", fourTimes),
                played(4, "miss", 100 - fourTimes)));

        // Then
        assertThat(Recommendations.of(performance)).singleElement().satisfies(given -> {
            assertThat(given.subject()).isEqualTo("cache l1 of pages");
            assertThat(given.advice()).contains(advice);
            assertThat(given.evidence())
                    .contains("about %d %% of the look-ups at 1 times".formatted(now))
                    .contains("%d %% of the look-ups at 4 times its size".formatted(fourTimes));
        });
    }

    private static String played(int times, String outcome, int count) {
        return "platen.gateway.memory.played{outcome=%s,times=%d}=%d".formatted(outcome, times, count);
    }

    @Test
    void shouldAdviseAgainstALeak() {
        // Given
        MemoryTrend growing = new MemoryTrend(
                IntStream.range(0, 20).mapToObj(minute -> 0.2 + minute * 0.02).toList());
        Reading reading = new Reading("gateway", "one", 10, Figures.NONE, Figures.NONE, growing);

        // When
        List<Recommendation> given = Recommendations.of(Readings.performance(List.of(reading)));

        // Then
        assertThat(given).singleElement().satisfies(advice -> {
            assertThat(advice.subject()).isEqualTo("gateway one");
            assertThat(advice.advice()).contains("/v1/performance/recordings");
        });
    }
}
