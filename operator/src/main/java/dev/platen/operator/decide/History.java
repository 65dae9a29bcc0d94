package dev.platen.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known and decided before; kept in the resource, not in memory.
 *
 * @param recommendations earlier needs, newest last
 * @param serviceRate the last known service rate of a thread, null where it was never seen
 * @param missingSince since when figures are missing, null while they are there
 * @param pools the sizes last told to the workers, null where they never were
 * @param changes when the number of replicas was changed within the last hour, oldest first
 * @param speeds how fast threads were at other numbers of replicas within the last hour
 * @param podStart the last known time that a pod needs to get ready, null where it was never seen
 */
public record History(
        List<Recommendation> recommendations,
        @Nullable Double serviceRate,
        @Nullable Instant missingSince,
        @Nullable PoolSizes pools,
        List<Instant> changes,
        List<Speed> speeds,
        @Nullable Duration podStart) {
    /** Of a pool that is seen for the first time. */
    public static final History NONE = new History(List.of(), null, null, null, List.of(), List.of(), null);

    /** Copies the lists; forgets a service rate and a time that cannot be. */
    public History {
        recommendations = List.copyOf(recommendations);
        changes = List.copyOf(changes);
        speeds = List.copyOf(speeds);
        serviceRate =
                serviceRate != null && serviceRate > 0 && serviceRate < Double.POSITIVE_INFINITY ? serviceRate : null;
        podStart = podStart == null || podStart.isNegative() ? null : podStart;
    }

    /**
     * What is to be remembered after a decision.
     *
     * @param snapshot what was seen when it was taken
     * @param scaled whether the number of replicas was changed
     */
    public History after(Snapshot snapshot, Decision decision, boolean scaled) {
        WorkerFigures workers = snapshot.workers();
        Double seen = workers == null ? null : workers.serviceRate();
        Instant missing = missingSince == null ? snapshot.now() : missingSince;
        return new History(
                decision.recommendations(),
                seen == null ? serviceRate : seen,
                decision.missing() == null ? null : missing,
                decision.pools(),
                Memories.changes(changes, snapshot.now(), scaled),
                Memories.speeds(this, snapshot),
                snapshot.podStart() == null ? podStart : snapshot.podStart());
    }
}
