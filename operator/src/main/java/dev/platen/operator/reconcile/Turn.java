package dev.platen.operator.reconcile;

import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.decide.Decision;
import dev.platen.operator.decide.History;
import dev.platen.operator.observe.Observation;
import dev.platen.operator.observe.Workload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the loop, done: everything that the status tells.
 *
 * @param now when it was
 * @param pool the resource as it was read
 * @param workload its target as it was read
 * @param observation what was known
 * @param decision what was decided
 * @param scaling what became of the replicas
 * @param settingsFailure why the settings were not published, null where they were or need not be
 * @param memory what the next turn has to know
 */
record Turn(
        Instant now,
        WorkerPool pool,
        Workload workload,
        Observation observation,
        Decision decision,
        Scaling scaling,
        @Nullable String settingsFailure,
        History memory) {

    /** What became of the replicas. */
    sealed interface Scaling {
        /** They were right, or are not ours to change. */
        record Left() implements Scaling {}

        /** They were changed. */
        record Done() implements Scaling {}

        /**
         * They should have been changed.
         *
         * @param reason why they were not
         */
        record Failed(String reason) implements Scaling {}
    }
}
