package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a pool; everything but target and tier has a default.
 *
 * @param target the workload that is scaled
 * @param tier what its pods do
 * @param replicas pins the pool; null leaves the number to the operator
 * @param min fewest replicas
 * @param max most replicas
 * @param mode how far the operator may go
 * @param profile what the pool is for
 * @param objective what the pool must achieve
 * @param source what the pods read
 * @param scrapePort where the pods show their metrics
 * @param tuning bounds of the pools inside a pod
 * @param behavior how quickly the pool follows its load
 * @param schedule hours with lower bounds of their own
 * @param fallback what to hold without figures, null for nothing but what is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
        value = "self.min <= self.max",
        messageExpression = "'min must not exceed max, found min=' + string(self.min) + ' and max=' + string(self.max)")
@ValidationRule(
        value = "!has(self.replicas) || (self.replicas >= self.min && self.replicas <= self.max)",
        messageExpression = "'replicas pins the pool and must lie within min and max, found ' + string(self.replicas)"
                + " + ' outside ' + string(self.min) + ' to ' + string(self.max)"
                + " + ': change the bounds first, or choose a number within them'")
@ValidationRule(
        value = "!has(self.fallback) || (self.fallback.replicas >= self.min && self.fallback.replicas <= self.max)",
        messageExpression = "'fallback.replicas must lie within min and max, found ' + string(self.fallback.replicas)"
                + " + ' outside ' + string(self.min) + ' to ' + string(self.max)")
public record WorkerPoolSpec(
        @Required @JsonPropertyDescription("The workload that is scaled.")
        Target target,

        @Required @JsonPropertyDescription("What the pods do: render or compile.")
        Tier tier,

        @SpecReplicas
        @Min(1)
        @Max(10_000)
        @JsonPropertyDescription(
                "Pins the pool to this number; kubectl scale sets it. Absent: the operator chooses within min and max.")
        @Nullable
        Integer replicas,

        @Default("1") @Min(1) @Max(10_000) @JsonPropertyDescription("Fewest replicas. Default 1.")
        int min,

        @Default("10") @Min(1) @Max(10_000) @JsonPropertyDescription("Most replicas. Default 10.")
        int max,

        @Default("Auto")
        @JsonPropertyDescription(
                "Auto decides and acts, Recommend only says what it would do, Paused leaves everything as it is. Default Auto.")
        Mode mode,

        @Default("Web")
        @JsonPropertyDescription(
                "What the pool is for: Web, Api or Background. Presets of objective and behavior, for what is not written"
                        + " there. Default Web.")
        Profile profile,

        @Default("{}") @JsonPropertyDescription("What the pool must achieve.")
        Objective objective,

        @Default("{}") @JsonPropertyDescription("What the pods read, where it is not what their tier reads anyway.")
        Source source,

        @Default("8080")
        @Min(1)
        @Max(65_535)
        @JsonPropertyDescription("Port where every pod shows its metrics under /q/metrics. Default 8080.")
        int scrapePort,

        @Default("{}") @JsonPropertyDescription("Bounds of the pools inside a pod, which the operator sizes too.")
        Tuning tuning,

        @Default("{}") @JsonPropertyDescription("How quickly the pool follows its load.")
        Behavior behavior,

        @Size(max = 16)
        @JsonPropertyDescription("Hours with lower bounds of their own, such as those in which people work.")
        List<ScheduledMinimum> schedule,

        @JsonPropertyDescription("What to hold where the figures stay away. Absent: only what is there is held.")
        @Nullable
        Fallback fallback) {

    /** Fills in the defaults of what was not written. */
    public WorkerPoolSpec {
        min = Absent.or(min, 1);
        max = Absent.or(max, 10);
        mode = Objects.requireNonNullElse(mode, Mode.AUTO);
        profile = Objects.requireNonNullElse(profile, Profile.WEB);
        objective = Objects.requireNonNullElseGet(objective, Objective::nothing).completedBy(profile.objective());
        source = Objects.requireNonNullElseGet(source, Source::standard);
        scrapePort = Absent.or(scrapePort, 8080);
        tuning = Objects.requireNonNullElseGet(tuning, Tuning::standard);
        behavior = Objects.requireNonNullElseGet(behavior, Behavior::nothing).completedBy(profile.behavior());
        schedule = List.copyOf(Objects.requireNonNullElse(schedule, List.of()));
    }

    /** The topic that the pods read. */
    public String topic() {
        String written = source.topic();
        return written == null ? tier.workers().topic().topicName() : written;
    }

    /** The consumer group of the pods. */
    public String group() {
        String written = source.group();
        return written == null ? tier.workers().group() : written;
    }
}
