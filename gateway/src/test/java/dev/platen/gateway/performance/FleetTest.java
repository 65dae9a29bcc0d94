package dev.platen.gateway.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Notice.InstanceReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FleetTest {
    private static final String RECORDS = "platen.worker.records{tier=render}";

    private final AtomicLong nanos = new AtomicLong();
    private final Fleet fleet = new Fleet(nanos::get);

    @Test
    void shouldReadRatesFromTwoReports() {
        // When
        report("a", 100, Map.of(RECORDS, 50.0));
        after(5);
        report("a", 105, Map.of(RECORDS, 150.0));

        // Then
        assertThat(fleet.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.seconds()).isEqualTo(5);
            assertThat(reading.rate("platen.worker.records", "tier=render")).isEqualTo(20);
        });
    }

    @Test
    void shouldNotTakeARestartForWork() {
        // When
        report("a", 100, Map.of(RECORDS, 1_000.0));
        after(5);
        report("a", 2, Map.of(RECORDS, 10.0));

        // Then
        assertThat(fleet.readings()).singleElement().satisfies(reading -> assertThat(
                        reading.rate("platen.worker.records"))
                .isEqualTo(2));
    }

    @Test
    void shouldForgetWhoSaysNothingAnyMore() {
        // Given
        report("a", 100, Map.of());
        report("b", 100, Map.of());
        after(15);
        report("a", 115, Map.of());

        // When
        after(15);

        // Then
        assertThat(fleet.readings()).extracting(Reading::instance).containsExactly("a");
    }

    @Test
    void shouldLookBackAMinute() {
        // When
        for (int second = 0; second <= 600; second += 5) {
            report("a", 100 + second, Map.of(RECORDS, second < 500 ? 0.0 : second - 500.0));
            after(5);
        }

        // Then
        assertThat(fleet.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.seconds()).isBetween(30.0, 60.0);
            assertThat(reading.rate("platen.worker.records")).isEqualTo(1);
        });
    }

    @Test
    void shouldSuspectALeakWhereMemoryOnlyGrows() {
        // Then
        assertThat(leaks(List.of(0.20, 0.01))).isTrue();
        assertThat(leaks(List.of(0.20, 0.001))).isFalse();
        assertThat(leaks(List.of(0.50, -0.005))).isFalse();
    }

    /** Half an hour from a share of the heap, with this much more every minute. */
    private boolean leaks(List<Double> startAndGrowth) {
        String instance = "leak" + startAndGrowth;
        for (int minute = 0; minute < 30; minute++) {
            for (int part = 0; part < 12; part++) {
                double share = startAndGrowth.getFirst() + minute * startAndGrowth.getLast();
                report(instance, minute * 60 + part * 5, Map.of("jvm.memory.usage.after.gc{area=heap}", share));
                after(5);
            }
        }
        return fleet.readings().stream()
                .filter(reading -> reading.instance().equals(instance))
                .anyMatch(reading -> reading.leak().looksLikeLeak());
    }

    private void report(String instance, double uptime, Map<String, Double> figures) {
        Map<String, Double> all = new TreeMap<>(figures);
        all.put("process.uptime{}", uptime);
        fleet.take(new InstanceReport("render-service", instance, all));
    }

    private void after(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
