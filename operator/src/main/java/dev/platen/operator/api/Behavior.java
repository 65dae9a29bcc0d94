package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import java.time.Duration;
import java.util.Objects;

/**
 * How quickly the pool follows its load.
 *
 * @param scaleDown the way down; the way up is immediate
 */
public record Behavior(
        @Default("{}") @JsonPropertyDescription("The way down. The way up is immediate.")
        ScaleDown scaleDown) {

    /** Fills in the default of what was not written. */
    public Behavior {
        scaleDown = Objects.requireNonNullElseGet(scaleDown, ScaleDown::standard);
    }

    static Behavior standard() {
        return new Behavior(ScaleDown.standard());
    }

    /**
     * The way down.
     *
     * @param stabilizationSeconds for how long fewer replicas must have been enough; zero is allowed
     */
    public record ScaleDown(
            @Default("300")
            @Min(0)
            @Max(3600)
            @JsonPropertyDescription(
                    "For how long fewer replicas must have been enough before they are taken away, in seconds."
                            + " The pool follows the highest need within that time. Default 300.")
            Integer stabilizationSeconds) {

        /** Fills in the default of what was not written. */
        public ScaleDown {
            stabilizationSeconds = Objects.requireNonNullElse(stabilizationSeconds, 300);
        }

        static ScaleDown standard() {
            return new ScaleDown(300);
        }

        /** The window in which the highest need counts. */
        public Duration window() {
            return Duration.ofSeconds(stabilizationSeconds);
        }
    }
}
