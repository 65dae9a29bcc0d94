package dev.platen.engine.link;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.theme.Theme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links plans and keeps those that were used last, within a bound on memory. Thread-safe. */
public final class LinkedPlans {
    private final String assetBase;
    private final long maxWeight;
    private final Map<Key, LinkedPlan> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    /**
     * Keeps nothing at first.
     *
     * @param assetBase address that precedes the names of stylesheets
     * @param maxWeight about how many bytes are kept
     */
    public LinkedPlans(String assetBase, long maxWeight) {
        this.assetBase = assetBase;
        this.maxWeight = maxWeight;
    }

    /**
     * The plan for pages of this look. For the same arguments it always does the same; the plan is recognised by its
     * identity, so that callers should keep the one that they have.
     *
     * @param theme the one that the presentation names
     * @param hasErrors whether the pages show any
     * @param isPart whether a part of a page is wanted and not all of it
     */
    public LinkedPlan link(Plan plan, Presentation presentation, Theme theme, boolean hasErrors, boolean isPart) {
        Key key = new Key(plan, presentation, hasErrors, isPart);
        LinkedPlan known = find(key);
        if (known != null) {
            return known;
        }
        LinkedPlan linked = new Linker(plan, Look.of(presentation, theme, assetBase), hasErrors, isPart).link();
        keep(key, linked);
        return linked;
    }

    private synchronized @Nullable LinkedPlan find(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, LinkedPlan linked) {
        LinkedPlan replaced = kept.put(key, linked);
        weight += linked.weight() - (replaced == null ? 0 : replaced.weight());
        var oldest = kept.values().iterator();
        while (weight > maxWeight && oldest.hasNext()) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
    }

    /** A plan is compared by its identity: comparing what is in it would take longer than linking it. */
    private record Key(Plan plan, Presentation presentation, boolean hasErrors, boolean isPart) {
        @Override
        @SuppressWarnings("ReferenceEquality") // the identity of the plan is what is meant
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && plan == that.plan
                    && hasErrors == that.hasErrors
                    && isPart == that.isPart
                    && presentation.equals(that.presentation);
        }

        @Override
        public int hashCode() {
            int flags = (hasErrors ? 1 : 0) + (isPart ? 2 : 0);
            return 31 * (31 * System.identityHashCode(plan) + presentation.hashCode()) + flags;
        }
    }
}
