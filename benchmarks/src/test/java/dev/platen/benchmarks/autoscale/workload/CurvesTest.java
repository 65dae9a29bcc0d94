package dev.platen.benchmarks.autoscale.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {
    @Test
    void shouldGoStraightFromOneMinuteToTheNext(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(
                folder.resolve("trace.csv"),
                "period,count\n2026-01-01 23:59:00,6000\n2026-01-02 00:00:00,60\n2026-01-02 00:01:00,180\n");

        // When
        double[] rates = MinuteTrace.read(file, List.of("2026-01-02")).perSecond();

        // Then
        assertThat(rates).hasSize(120);
        assertThat(rates[0]).isEqualTo(1);
        assertThat(rates[59]).isCloseTo(2, within(0.05));
        assertThat(rates[119]).isEqualTo(3);
    }

    @Test
    void shouldSayWhichDayAFileLacks(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("trace.csv"), "period,count\n2026-01-01 23:59:00,60\n");

        // When / Then
        assertThatThrownBy(() -> MinuteTrace.read(file, List.of("2026-02-01")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2026-02-01");
    }

    @Test
    void shouldNotLetASingleSecondBeThePeak() {
        // Given
        double[] rates = new double[120];
        Arrays.fill(rates, 10);
        rates[60] = 70;

        // When / Then
        assertThat(new RateCurve(rates).peak()).isCloseTo(11, within(0.01));
    }

    @Test
    void shouldRaiseACrowdWithinAMinute() {
        // Given
        RateCurve day = Curves.diurnal(20_000, 20_000, 1);

        // When
        double[] crowded = Curves.withCrowds(day, 5, 2).perSecond();

        // Then
        double steepest = 0;
        for (int second = 60; second < crowded.length; second++) {
            steepest = Math.max(steepest, crowded[second] / crowded[second - 60]);
        }
        assertThat(steepest).isBetween(1.8, 5.5);
    }

    @Test
    void shouldSwitchBetweenThreeLevels() {
        // When
        double[] rates = Curves.switching(20_000, 3).perSecond();

        // Then
        assertThat(Arrays.stream(rates).distinct().count()).isEqualTo(3);
    }
}
