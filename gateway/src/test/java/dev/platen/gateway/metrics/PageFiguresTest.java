package dev.platen.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageFiguresTest {
    @Test
    void shouldTellHowLongPagesTookSinceTheLastLook() {
        // Given
        PageFigures earlier = figures(40, 0, 40);
        PageFigures now = figures(90, 50, 89);

        // When
        PageFigures recent = now.since(earlier);

        // Then
        assertThat(recent.bySource()).isEqualTo(Map.of("l1", 50L, "workers", 50L));
        assertThat(recent.quantileNanos(0.49)).hasValue(1e6);
        assertThat(recent.quantileNanos(0.5)).hasValue(5e6);
        assertThat(recent.quantileNanos(0.99)).hasValue(5e6);
    }

    @Test
    void shouldNotTellHowLongNoPagesTook() {
        // Given
        PageFigures figures = figures(40, 0, 40);

        // When
        PageFigures recent = figures.since(figures);

        // Then
        assertThat(recent.quantileNanos(0.5)).isEmpty();
    }

    /** So many from memory and as many more from workers, of which so many took at most 1 ms; all took at most 5 ms. */
    private static PageFigures figures(long fromMemory, long workers, long withinOne) {
        PageFigures figures = PageFigures.none();
        figures.add("l1", new CountAtBucket[] {bucket(1e6, withinOne), bucket(5e6, fromMemory)}, fromMemory);
        figures.add("workers", new CountAtBucket[] {bucket(1e6, 0), bucket(5e6, workers)}, workers);
        return figures;
    }

    private static CountAtBucket bucket(double nanos, long count) {
        return new CountAtBucket(nanos, count);
    }
}
