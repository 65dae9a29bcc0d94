package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;

/**
 * Hours with a lower bound of their own.
 *
 * @param name for explanations
 * @param days on which the hours begin; empty: every day
 * @param from when they begin, HH:mm
 * @param to when they end, HH:mm; not after {@code from}: on the next day
 * @param timeZone whose clock counts
 * @param min fewest replicas meanwhile
 */
@ValidationRule(
        value = "self.from != self.to",
        messageExpression = "'from and to must differ, found ' + self.from + ' twice: for a whole day set spec.min'")
public record ScheduledMinimum(
        @Required @Size(min = 1, max = 63) @JsonPropertyDescription("Name of these hours, for explanations.")
        String name,

        @Size(max = 7) @JsonPropertyDescription("Days on which the hours begin, Mon to Sun. Absent: every day.")
        List<Day> days,

        @Required
        @Pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$")
        @Size(max = 5)
        @JsonPropertyDescription("When the hours begin, HH:mm.")
        String from,

        @Required
        @Pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$")
        @Size(max = 5)
        @JsonPropertyDescription("When the hours end, HH:mm; before from: on the next day.")
        String to,

        @Default("UTC")
        @Size(min = 1, max = 64)
        @JsonPropertyDescription("Time zone whose clock counts, such as Europe/Berlin. Default UTC.")
        String timeZone,

        @Required
        @Min(1)
        @Max(10_000)
        @JsonPropertyDescription(
                "Fewest replicas meanwhile, within spec.max. They are there when the hours begin, since a pod is started"
                        + " as much earlier as it needs to get ready.")
        int min) {

    /** Fills in the defaults. */
    public ScheduledMinimum {
        days = List.copyOf(Objects.requireNonNullElse(days, List.of()));
        timeZone = Objects.requireNonNullElse(timeZone, "UTC");
    }

    /** A day of the week. */
    public enum Day {
        /** Monday. */
        @JsonProperty("Mon")
        MON(DayOfWeek.MONDAY),
        /** Tuesday. */
        @JsonProperty("Tue")
        TUE(DayOfWeek.TUESDAY),
        /** Wednesday. */
        @JsonProperty("Wed")
        WED(DayOfWeek.WEDNESDAY),
        /** Thursday. */
        @JsonProperty("Thu")
        THU(DayOfWeek.THURSDAY),
        /** Friday. */
        @JsonProperty("Fri")
        FRI(DayOfWeek.FRIDAY),
        /** Saturday. */
        @JsonProperty("Sat")
        SAT(DayOfWeek.SATURDAY),
        /** Sunday. */
        @JsonProperty("Sun")
        SUN(DayOfWeek.SUNDAY);

        private final DayOfWeek dayOfWeek;

        Day(DayOfWeek dayOfWeek) {
            this.dayOfWeek = dayOfWeek;
        }

        /** The day as Java knows it. */
        public DayOfWeek dayOfWeek() {
            return dayOfWeek;
        }
    }
}
