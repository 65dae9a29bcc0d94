package dev.platen.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2 January 2026 is a Friday; in Berlin it is an hour later than in UTC, in July two. */
class ScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-02T06:59:59Z, false",
        "2026-01-02T07:00:00Z, true",
        "2026-01-02T16:59:59Z, true",
        "2026-01-02T17:00:00Z, false",
        "2026-01-03T10:00:00Z, false",
        "2026-07-03T06:00:00Z, true",
        "2026-07-03T16:30:00Z, false"
    })
    void shouldFollowTheClockOfItsPlace(String now, boolean inForce) {
        // Given
        Schedule office = schedule("08:00", "18:00");

        // When
        boolean found = office.isInForce(Instant.parse(now));

        // Then
        assertThat(found).isEqualTo(inForce);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T20:59:00Z, false",
        "2026-01-02T21:00:00Z, true",
        "2026-01-03T04:59:00Z, true",
        "2026-01-03T05:00:00Z, false",
        "2026-01-02T04:00:00Z, false"
    })
    void shouldReachIntoTheNextDay(String now, boolean inForce) {
        // Given
        Schedule night = schedule("22:00", "06:00");

        // When
        boolean found = night.isInForce(Instant.parse(now));

        // Then
        assertThat(found).isEqualTo(inForce);
    }

    private static Schedule schedule(String from, String to) {
        return new Schedule(
                "hours",
                Set.of(DayOfWeek.FRIDAY),
                LocalTime.parse(from),
                LocalTime.parse(to),
                ZoneId.of("Europe/Berlin"),
                4);
    }
}
