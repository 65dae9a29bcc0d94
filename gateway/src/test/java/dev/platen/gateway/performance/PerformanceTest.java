package dev.platen.gateway.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.platen.gateway.performance.Performance.Cache;
import dev.platen.gateway.performance.Performance.Latency;
import dev.platen.gateway.performance.Performance.Pool;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceTest {
    @Test
    void shouldAddUpWhatInstancesCounted() {
        // Given
        List<Reading> readings = List.of(
                Readings.reading(
                        "a",
                        "platen.worker.threads{tier=render}=2",
                        "platen.worker.busy.seconds{tier=render}=10",
                        "platen.worker.records{tier=render}=100"),
                Readings.reading(
                        "b",
                        "platen.worker.threads{tier=render}=2",
                        "platen.worker.busy.seconds{tier=render}=6",
                        "platen.worker.records{tier=render}=60",
                        "platen.worker.threads{tier=compile}=1"));

        // When
        List<Pool> pools = Readings.performance(readings).pools();

        // Then
        assertThat(pools)
                .containsExactly(
                        new Pool("compile", 1, 1, 0, 0, 0, 0, 0, 0, 0),
                        new Pool("render", 2, 4, 0.4, 16, 0, 0, 0, 0, 0));
    }

    @Test
    void shouldMergeTheHistogramsOfSourcesAndInstances() {
        // Given
        List<Reading> readings = List.of(
                Readings.reading(
                        "a",
                        "platen.gateway.pages.count{source=l1}=90",
                        "platen.gateway.pages.total_time{source=l1}=0.09",
                        "platen.gateway.pages.within{source=l1,le=0.001}=90"),
                Readings.reading(
                        "b",
                        "platen.gateway.pages.count{source=workers}=10",
                        "platen.gateway.pages.total_time{source=workers}=0.41",
                        "platen.gateway.pages.within{source=workers,le=0.02}=6",
                        "platen.gateway.pages.within{source=workers,le=0.08}=10"));

        // When
        Performance.Requests requests = Readings.performance(readings).requests();

        // Then
        assertThat(requests.pages().meanMillis()).isCloseTo(5, within(1e-9));
        assertThat(Arrays.asList(
                        requests.pages().p50Millis(),
                        requests.pages().p95Millis(),
                        requests.pages().p99Millis()))
                .containsExactly(1.0, 20.0, 80.0);
        assertThat(requests.hitRatio()).isEqualTo(0.9);
        assertThat(requests.pagesPerSecond()).isEqualTo(10);
    }

    @Test
    void shouldTellLevelsOfTheCacheApart() {
        // When
        List<Cache> caches = Readings.performance(Readings.of(
                        "cache.gets{cache=pages,result=hit}=30",
                        "cache.gets{cache=pages,result=miss}=10",
                        "cache.evictions{cache=pages}=20",
                        "platen.cache.requests{cache=pages,level=l2,outcome=miss}=10",
                        "platen.cache.requests{cache=plans,level=l2,outcome=failure}=10"))
                .caches();

        // Then
        assertThat(caches)
                .containsExactly(
                        new Cache("l1", "pages", 3, 1, 0, 0.75, 2),
                        new Cache("l2", "pages", 0, 1, 0, 0, 0),
                        new Cache("l2", "plans", 0, 0, 1, 0, 0));
    }

    @Test
    void shouldSayNothingOfTimesThatWereNotMeasured() {
        // When
        Performance performance = Readings.performance(Readings.of());

        // Then
        assertThat(performance.requests().pages()).isEqualTo(new Latency(null, null, null, null));
        assertThat(Bottlenecks.of(performance)).isEmpty();
        assertThat(Recommendations.of(performance)).isEmpty();
    }
}
