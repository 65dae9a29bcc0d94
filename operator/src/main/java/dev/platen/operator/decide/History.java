package dev.platen.operator.decide;

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
 */
public record History(
        List<Recommendation> recommendations,
        @Nullable Double serviceRate,
        @Nullable Instant missingSince,
        @Nullable PoolSizes pools) {
    /** Of a pool that is seen for the first time. */
    public static final History NONE = new History(List.of(), null, null, null);

    /** Copies the list; forgets a service rate that cannot be. */
    public History {
        recommendations = List.copyOf(recommendations);
        serviceRate =
                serviceRate != null && serviceRate > 0 && serviceRate < Double.POSITIVE_INFINITY ? serviceRate : null;
    }
}
