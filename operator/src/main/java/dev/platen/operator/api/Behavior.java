package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How quickly the pool follows its load.
 *
 * @param scaleDown the way down; the way up is immediate
 */
public record Behavior(
        @Default("{}") @JsonPropertyDescription("The way down. The way up is immediate.")
        ScaleDown scaleDown) {

    /** Leaves to the profile what was not written. */
    public Behavior {
        scaleDown = Objects.requireNonNullElseGet(scaleDown, () -> new ScaleDown(null, null));
    }

    static Behavior nothing() {
        return new Behavior(new ScaleDown(null, null));
    }

    Behavior completedBy(Behavior preset) {
        return new Behavior(scaleDown.completedBy(preset.scaleDown));
    }

    /**
     * The way down; fields that are absent are those of the pool's profile.
     *
     * @param stabilizationSeconds for how long fewer replicas must have been enough; zero is allowed
     * @param pauseBudgetSeconds how long the changes of an hour may make records wait; zero: the pool never shrinks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScaleDown(
            @Min(0)
            @Max(3600)
            @JsonPropertyDescription(
                    "For how long fewer replicas must have been enough before they are taken away, in seconds. The pool"
                            + " follows the highest need within that time. Web and Api 300, Background 600.")
            @Nullable
            Integer stabilizationSeconds,

            @Min(0)
            @Max(360)
            @JsonPropertyDescription(
                    "How long the changes of an hour, up and down, may make records wait before the pool stops shrinking, in"
                            + " seconds; a change counts 3 s, in which the group shares its partitions out anew. 0: it never"
                            + " shrinks. Web and Api 60, Background 30.")
            @Nullable
            Integer pauseBudgetSeconds) {

        ScaleDown completedBy(ScaleDown preset) {
            return new ScaleDown(
                    stabilizationSeconds == null ? preset.stabilizationSeconds : stabilizationSeconds,
                    pauseBudgetSeconds == null ? preset.pauseBudgetSeconds : pauseBudgetSeconds);
        }
    }
}
