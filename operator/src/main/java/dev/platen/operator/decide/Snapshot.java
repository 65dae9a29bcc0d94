package dev.platen.operator.decide;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was seen.
 *
 * @param now when the decision is taken
 * @param replicas what the workload is set to
 * @param backlog the broker's word, null where it did not answer
 * @param workers the pods' word, null where none answered
 * @param podStart how long the slower ones of the pods took from being created to being ready, null where no pod shows it
 */
public record Snapshot(
        Instant now,
        int replicas,
        @Nullable Backlog backlog,
        @Nullable WorkerFigures workers,
        @Nullable Duration podStart) {}
