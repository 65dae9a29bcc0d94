package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Objects;

/**
 * Bounds of the pools inside a worker's process.
 *
 * @param workers threads that work at the same time
 * @param inFlight records taken from Kafka and not yet answered
 */
@ValidationRule(
        value = "self.inFlight.max >= self.workers.max",
        messageExpression =
                "'every worker needs a record of its own: inFlight.max must be at least workers.max, found '"
                        + " + string(self.inFlight.max) + ' and ' + string(self.workers.max)")
public record Tuning(
        @Default("{\"min\": 1, \"max\": 32}")
        @JsonPropertyDescription("Bounds of the threads that work at the same time in one pod. Default 1 to 32.")
        Range workers,

        @Default("{\"min\": 8, \"max\": 1024}")
        @JsonPropertyDescription(
                "Bounds of the records that one pod has taken from Kafka and not yet answered. Default 8 to 1024.")
        Range inFlight) {

    /** Fills in the defaults of what was not written. */
    public Tuning {
        workers = Objects.requireNonNullElseGet(workers, Tuning::standardWorkers);
        inFlight = Objects.requireNonNullElseGet(inFlight, Tuning::standardInFlight);
    }

    static Tuning standard() {
        return new Tuning(standardWorkers(), standardInFlight());
    }

    private static Range standardWorkers() {
        return new Range(1, 32);
    }

    private static Range standardInFlight() {
        return new Range(8, 1024);
    }
}
