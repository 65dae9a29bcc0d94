package dev.platen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountersTest {
    @Test
    void shouldAddUpTheLinesOfACounter() {
        // Given
        Counters before = new Counters("""
                # TYPE platen_gateway_pages_seconds summary
                platen_gateway_pages_seconds_count{source="l1"} 5.0
                platen_gateway_pages_seconds_count{source="l2",lane="one"} 2.0
                """);
        Counters after = new Counters("""
                platen_gateway_pages_seconds_count{source="l2",lane="one"} 3.0
                platen_gateway_pages_seconds_count{source="l2",lane="two"} 4.0
                """);

        // When / Then
        assertThat(before.sum(Counters.FROM_CACHE)).isEqualTo(2);
        assertThat(after.since(before, Counters.FROM_CACHE)).isEqualTo(5);
        assertThat(after.sum(Counters.RENDERED)).isZero();
    }
}
