package dev.platen.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.platen.operator.decide.Backlog;
import dev.platen.operator.decide.WorkerFigures;
import dev.platen.operator.observe.TopicProbe.Position;
import dev.platen.operator.observe.WorkerReading.Counters;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final ArrivalWindow arrivals = new ArrivalWindow();
    private final WorkWindow work = new WorkWindow();

    @Test
    void shouldKnowNoRateAfterASingleLook() {
        // Given
        arrivals.add(START, Map.of(0, new Position(100, 40)));

        // When
        Backlog backlog = arrivals.backlog();

        // Then
        assertThat(backlog).isNull();
    }

    @Test
    void shouldRiseAtOnceAndFallSlowly() {
        // Given
        arrivals.add(at(0), end(0));
        arrivals.add(at(15), end(150));
        arrivals.add(at(30), end(300));

        // When
        arrivals.add(at(45), end(3300));
        double rush = Objects.requireNonNull(arrivals.backlog()).arrivalRate();
        arrivals.add(at(60), end(3450));
        double after = Objects.requireNonNull(arrivals.backlog()).arrivalRate();

        // Then
        assertThat(rush).isEqualTo(200);
        assertThat(after).isEqualTo(3450.0 / 60);
    }

    @Test
    void shouldForgetWhatIsOlderThanAMinute() {
        // Given
        arrivals.add(at(0), end(0));
        arrivals.add(at(15), end(9000));

        // When
        for (int second = 30; second <= 90; second += 15) {
            arrivals.add(at(second), end(9000));
        }

        // Then
        assertThat(Objects.requireNonNull(arrivals.backlog()).arrivalRate()).isZero();
    }

    @Test
    void shouldCountNoLagWhereTheGroupHasNeverBeenAndNoArrivalsWhereATopicWasMadeAgain() {
        // Given
        arrivals.add(at(0), Map.of(0, new Position(500, Position.NOWHERE), 1, new Position(80, 80)));

        // When
        arrivals.add(at(10), Map.of(0, new Position(600, Position.NOWHERE), 1, new Position(5, 0)));

        // Then
        assertThat(Objects.requireNonNull(arrivals.backlog()).partitions())
                .containsExactlyInAnyOrder(new Backlog.Partition(10, 0), new Backlog.Partition(0, 5));
    }

    @Test
    void shouldDivideRecordsByBusyTimeAndNotByTime() {
        // Given
        work.add(at(0), 2, Map.of("a", counters(0, 0), "b", counters(5, 500)));

        // When
        work.add(at(10), 2, Map.of("a", counters(2, 100), "b", counters(7, 700)));

        // Then
        WorkerFigures figures = Objects.requireNonNull(work.figures());
        assertThat(figures.serviceRate()).isEqualTo(75);
        assertThat(figures.utilization()).isCloseTo(4.0 / 40, within(1e-9));
    }

    @Test
    void shouldLeaveOutAPodThatStartedAgain() {
        // Given
        work.add(at(0), 2, Map.of("a", counters(10, 1000), "b", counters(100, 9000)));

        // When
        work.add(at(10), 2, Map.of("a", counters(12, 1100), "b", counters(1, 10)));

        // Then
        assertThat(Objects.requireNonNull(work.figures()).serviceRate()).isEqualTo(50);
    }

    @Test
    void shouldFallBackToAllThatPodsHaveEverDoneWhereTheLastMinuteWasQuiet() {
        // Given
        work.add(at(0), 1, Map.of("a", counters(10, 400)));

        // When
        work.add(at(10), 1, Map.of("a", counters(10, 400)));

        // Then
        assertThat(Objects.requireNonNull(work.figures()).serviceRate()).isEqualTo(40);
    }

    @Test
    void shouldTellWhoDidNotAnswerAndKnowNothingWhereNobodyDid() {
        // Given
        work.add(at(0), 3, Map.of("a", counters(1, 10)));
        WorkerFigures partly = Objects.requireNonNull(work.figures());

        // When
        work.add(at(10), 3, Map.of());

        // Then
        assertThat(partly.complete()).isFalse();
        assertThat(work.figures()).isNull();
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private static Map<Integer, Position> end(long end) {
        return Map.of(0, new Position(end, end));
    }

    private static Counters counters(double busySeconds, double records) {
        return new Counters(busySeconds, records, 2, 2, 16);
    }
}
