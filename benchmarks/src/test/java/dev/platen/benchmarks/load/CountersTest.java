package dev.platen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountersTest {
    @Test
    void shouldAddUpTheLinesOfACounter() {
        // Given
        Counters before = new Counters("""
                # TYPE platen_worker_records counter
                platen_worker_records_total{tier="compile"} 5.0
                platen_worker_records_total{tier="render",lane="one"} 2.0
                """);
        Counters after = new Counters("""
                platen_worker_records_total{tier="render",lane="one"} 3.0
                platen_worker_records_total{tier="render",lane="two"} 4.0
                """);

        // When / Then
        assertThat(before.sum(Counters.RENDERED)).isEqualTo(2);
        assertThat(after.since(before, Counters.RENDERED)).isEqualTo(5);
        assertThat(after.sum(Counters.FROM_MEMORY)).isZero();
    }
}
