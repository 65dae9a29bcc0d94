package dev.platen.operator.reconcile;

import dev.platen.operator.api.ScheduledMinimum;
import dev.platen.operator.api.WorkerPoolSpec;
import dev.platen.operator.decide.Schedule;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The hours of a resource in the words of the decision core. The API server checks all of them but names of time zones. */
final class Schedules {
    private Schedules() {}

    /** Those that can be read. */
    static List<Schedule> of(WorkerPoolSpec spec) {
        return spec.schedule().stream()
                .flatMap(written -> read(written).stream())
                .toList();
    }

    /** What to mend in those that cannot, for people; empty where all can. */
    static List<String> troubles(WorkerPoolSpec spec) {
        return spec.schedule().stream()
                .filter(written -> read(written).isEmpty())
                .map(written ->
                        "schedule %s: no hours from %s to %s by the clock of %s are known, so they do not count; write HH:mm and a time zone such as Europe/Berlin"
                                .formatted(written.name(), written.from(), written.to(), written.timeZone()))
                .toList();
    }

    private static Optional<Schedule> read(ScheduledMinimum written) {
        try {
            return Optional.of(new Schedule(
                    written.name(),
                    days(written),
                    LocalTime.parse(written.from()),
                    LocalTime.parse(written.to()),
                    ZoneId.of(written.timeZone()),
                    Math.max(1, written.min())));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Set<DayOfWeek> days(ScheduledMinimum written) {
        return written.days().isEmpty()
                ? EnumSet.allOf(DayOfWeek.class)
                : written.days().stream().map(ScheduledMinimum.Day::dayOfWeek).collect(Collectors.toSet());
    }
}
