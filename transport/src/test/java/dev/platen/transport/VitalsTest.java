package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VitalsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void shouldTellWhatWasCountedByNameAndTags() {
        // Given
        Counter.builder("platen.worker.late")
                .tag("tier", "render")
                .register(registry)
                .increment(3);
        Counter.builder("platen.worker.pauses").tag("tier", "render").register(registry);
        Counter.builder("kafka.consumer.fetch.total").register(registry).increment();
        registry.gauge("platen.gateway.in.flight", 7);

        // When / Then
        assertThat(Vitals.figures(registry))
                .isEqualTo(Map.of("platen.worker.late{tier=render}", 3.0, "platen.gateway.in.flight{}", 7.0));
    }

    @Test
    void shouldTellTheBoundsOfAHistogramAtWhichSomethingWasAdded() {
        // Given
        Timer pages = Timer.builder("platen.gateway.pages")
                .tag("source", "l1")
                .serviceLevelObjectives(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(50))
                .register(registry);
        pages.record(Duration.ofMillis(2));
        pages.record(Duration.ofMillis(3));

        // When / Then
        assertThat(Vitals.figures(registry))
                .containsEntry("platen.gateway.pages.count{source=l1}", 2.0)
                .containsEntry("platen.gateway.pages.total_time{source=l1}", 0.005)
                .containsEntry("platen.gateway.pages.within{source=l1,le=0.005}", 2.0)
                .doesNotContainKeys(
                        "platen.gateway.pages.within{source=l1,le=0.001}",
                        "platen.gateway.pages.within{source=l1,le=0.05}");
    }
}
