package dev.platen.operator.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What should be, and why.
 *
 * @param from replicas that the workload is set to
 * @param to replicas that it should be set to; equal where nothing changes
 * @param term the rule that decided
 * @param explanation the reason in a sentence
 * @param missing what is missing to decide, null where enough is known
 * @param forecast what {@code to} replicas make of the load, null where the load is not known
 * @param oneFewer what one replica fewer would make of it, null where that is not known or there would be none
 * @param pools sizes of the pools inside a pod, null where nothing is known of them
 * @param recommendations needs to be remembered
 */
public record Decision(
        int from,
        int to,
        Term term,
        String explanation,
        @Nullable String missing,
        @Nullable Forecast forecast,
        @Nullable Forecast oneFewer,
        @Nullable PoolSizes pools,
        List<Recommendation> recommendations) {
    /** Copies the list. */
    public Decision {
        recommendations = List.copyOf(recommendations);
    }
}
