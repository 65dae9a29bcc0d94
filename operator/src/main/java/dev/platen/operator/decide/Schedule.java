package dev.platen.operator.decide;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours of the week in which a pool has a lower bound of its own, by the clock of a place.
 *
 * @param name for explanations
 * @param days on which the hours begin, at least one
 * @param from when they begin, included
 * @param to when they end, excluded; not after {@code from}: on the next day
 * @param zone whose clock counts
 * @param min least replicas meanwhile, at least 1
 */
public record Schedule(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, int min) {
    /** Copies the set; refuses a schedule that never comes. */
    public Schedule {
        days = Set.copyOf(days);
        if (days.isEmpty() || min < 1) {
            throw new IllegalArgumentException(
                    "schedule %s needs a day and at least 1 replica, found %s and %d".formatted(name, days, min));
        }
    }

    /** Whether the hours are now. */
    boolean isInForce(Instant now) {
        ZonedDateTime there = now.atZone(zone);
        LocalTime time = there.toLocalTime();
        boolean begunToday = !time.isBefore(from) && days.contains(there.getDayOfWeek());
        if (from.isBefore(to)) {
            return begunToday && time.isBefore(to);
        }
        boolean begunYesterday = time.isBefore(to)
                && days.contains(there.toLocalDate().minusDays(1).getDayOfWeek());
        return begunToday || begunYesterday;
    }
}
