package dev.platen.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.WorkerTier;
import dev.platen.operator.observe.WorkerReading.Counters;
import dev.platen.operator.observe.WorkerReading.Silent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTextTest {
    @Test
    void shouldReadTheFiguresOfItsTier() {
        // Given
        String text = """
                # TYPE platen_worker_busy_seconds_total counter
                platen_worker_busy_seconds_total{tier="render",} 12.5
                platen_worker_busy_seconds_total{tier="compile"} 99.0
                platen_worker_records_total{tier="render"} 1.25E3 1767268800000
                platen_worker_records_total{tier="compile"} 1.0
                platen_worker_threads{tier="render"} 4.0
                platen_worker_in_flight_limit{tier="render"} 64.0
                system_cpu_count 2.0
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 3.3554432E7
                """;

        // When
        WorkerReading reading = MetricsText.read(text, WorkerTier.RENDER);

        // Then
        assertThat(reading).isEqualTo(new Counters(12.5, 1250, 4, 2, 64));
    }

    @Test
    void shouldTakeSizesThatAreNotShownFromThoseThatAre() {
        // Given
        String text = """
                platen_worker_busy_seconds_total{tier="render"} 1
                platen_worker_records_total{tier="render"} 2
                platen_worker_threads{tier="render"} 3
                """;

        // When
        WorkerReading reading = MetricsText.read(text, WorkerTier.RENDER);

        // Then
        assertThat(reading).isEqualTo(new Counters(1, 2, 3, 3, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>login first</html>",
                "platen_worker_busy_seconds_total{tier=\"compile\"} 1\nplaten_worker_records_total{tier=\"compile\"} 1",
                "platen_worker_busy_seconds_total{tier=\"render\"} NaN\nplaten_worker_records_total{tier=\"render\"} 1",
                "platen_worker_busy_seconds_total{tier=\"render\"} -1\nplaten_worker_records_total{tier=\"render\"} 1",
                "platen_worker_busy_seconds_total{tier=\"render\"} 1\nplaten_worker_records_total}tier=\"render\"{ 1",
                "platen_worker_busy_seconds_total{tier=\"render\"}\nplaten_worker_records_total{tier=\"render\"} one"
            })
    void shouldCallAPodSilentThatShowsNothingOfUse(String text) {
        // Given
        WorkerTier tier = WorkerTier.RENDER;

        // When
        WorkerReading reading = MetricsText.read(text, tier);

        // Then
        assertThat(reading)
                .isEqualTo(new Silent(
                        "it shows no platen_worker_busy_seconds_total and platen_worker_records_total of tier render"));
    }
}
