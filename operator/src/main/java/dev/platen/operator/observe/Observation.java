package dev.platen.operator.observe;

import dev.platen.operator.decide.Backlog;
import dev.platen.operator.decide.WorkerFigures;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a pool; the figures carry the time when they were taken.
 *
 * @param backlog the broker's word, null where it has not said enough for a rate
 * @param workers the pods' word, null where none answered the last time
 * @param podStart how long pods take to get ready, null where no young one shows it
 * @param troubles what went wrong at the last look, for people
 */
public record Observation(
        @Nullable Backlog backlog,
        @Nullable WorkerFigures workers,
        @Nullable Duration podStart,
        List<String> troubles) {
    /** Before the first look. */
    public static final Observation NOTHING = new Observation(null, null, null, List.of());

    /** Copies the list. */
    public Observation {
        troubles = List.copyOf(troubles);
    }
}
