package dev.platen.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides how many replicas a pool should have and how large the pools inside its pods should be. Pure: the same
 * arguments give the same decision, so that any decision can be derived again later. Thread-safe.
 *
 * <p>Up at once; down only as far as the highest need of the stabilization window, within the pause budget, and never on
 * incomplete figures.
 */
public final class Sizer {
    /** How long figures must be missing before the fallback counts; the HorizontalPodAutoscaler asks for as much. */
    public static final Duration FALLBACK_AFTER = Duration.ofMinutes(3);

    private final Snapshot snapshot;
    private final Policy policy;
    private final History history;
    private final @Nullable PoolSizes pools;
    private final Floor floor;

    private Sizer(Snapshot snapshot, Policy policy, History history) {
        this.snapshot = snapshot;
        this.policy = policy;
        this.history = history;
        this.floor = Floor.of(policy, snapshot.now(), Evidence.podStart(snapshot, history));
        this.pools = PoolSizing.sizes(Evidence.freshWorkers(snapshot, policy), policy, history);
    }

    /**
     * Takes a decision.
     *
     * @param snapshot what was seen
     * @param policy what is wanted
     * @param history what was known and decided before
     */
    public static Decision decide(Snapshot snapshot, Policy policy, History history) {
        return new Sizer(snapshot, policy, history).decide();
    }

    private Decision decide() {
        if (policy.paused()) {
            return paused();
        }
        Evidence evidence = Evidence.of(snapshot, policy, history);
        Integer pinned = policy.pinned();
        if (pinned != null) {
            return pinned(policy.replicas().clamp(pinned), evidence);
        }
        return switch (evidence) {
            case Evidence.Missing missing -> blind(missing.reason());
            case Evidence.Idle idle -> follow(Load.Need.NOTHING, null, idle.backlog(), idle.everyPodHeard());
            case Evidence.Known known ->
                follow(
                        known.load().need(policy.replicas().max()),
                        known.load(),
                        known.backlog(),
                        known.everyPodHeard());
        };
    }

    private Decision paused() {
        return new Decision(
                snapshot.replicas(),
                snapshot.replicas(),
                Term.PAUSED,
                Explanation.paused(snapshot.replicas()),
                null,
                null,
                null,
                history.pools(),
                history.recommendations());
    }

    private Decision pinned(int replicas, Evidence evidence) {
        Load load = evidence instanceof Evidence.Known known ? known.load() : null;
        String missing = evidence instanceof Evidence.Missing blind ? blind.reason() : null;
        return decision(replicas, Term.PINNED, Explanation.pinned(replicas), missing, load, history.recommendations());
    }

    private Decision blind(String reason) {
        int held = Math.max(snapshot.replicas(), floor.replicas());
        Integer fallback = policy.fallback();
        Instant since = history.missingSince();
        if (fallback != null
                && policy.replicas().clamp(fallback) >= held
                && since != null
                && !snapshot.now().isBefore(since.plus(FALLBACK_AFTER))) {
            int replicas = policy.replicas().clamp(fallback);
            return decision(
                    replicas,
                    Term.FALLBACK,
                    Explanation.fallback(reason, since, replicas),
                    reason,
                    null,
                    history.recommendations());
        }
        return decision(
                held, Term.METRICS_MISSING, Explanation.held(reason, held), reason, null, history.recommendations());
    }

    private Decision follow(Load.Need asked, @Nullable Load load, Backlog backlog, boolean mayShrink) {
        Load.Need need = asked.atLeast(floor);
        int current = snapshot.replicas();
        StabilizationWindow window = StabilizationWindow.of(
                        history.recommendations(),
                        snapshot.now(),
                        policy.tempo().stabilization(),
                        policy.freshness(),
                        current)
                .with(new Recommendation(snapshot.now(), need.replicas()));
        if (need.replicas() < current && !mayShrink) {
            return decision(
                    current,
                    Term.METRICS_MISSING,
                    Explanation.notEveryPodHeard(need, current),
                    null,
                    load,
                    window.needs());
        }
        return follow(new Wish(asked, need, load, backlog), window);
    }

    private record Wish(
            Load.Need asked, Load.Need need, @Nullable Load load, Backlog backlog) {}

    private Decision follow(Wish wish, StabilizationWindow window) {
        Load.Need need = wish.need();
        int current = policy.replicas().clamp(snapshot.replicas());
        Recommendation highest = window.highest();
        int kept = policy.replicas().clamp(Math.min(snapshot.replicas(), highest.replicas()));
        PauseBudget budget = PauseBudget.of(history.changes(), snapshot.now(), policy.tempo());
        if (Math.max(kept, need.replicas()) < current && !budget.allowsAnother()) {
            String explanation = Explanation.budgetSpent(need, current, budget, budget.roomAgain(snapshot.now()));
            return decision(current, Term.PAUSE_BUDGET, explanation, null, wish.load(), window.needs());
        }
        if (kept > need.replicas()) {
            Instant until = highest.at().plus(policy.tempo().stabilization());
            String explanation = Explanation.stabilized(need, kept, highest, until);
            return decision(kept, Term.STABILIZATION, explanation, null, wish.load(), window.needs());
        }
        String explanation = Explanation.needed(need, wish.asked().replicas(), floor, wish.backlog(), wish.load());
        return decision(need.replicas(), need.term(), explanation, null, wish.load(), window.needs());
    }

    private Decision decision(
            int to,
            Term term,
            String explanation,
            @Nullable String missing,
            @Nullable Load load,
            List<Recommendation> recommendations) {
        Forecast forecast = load == null ? null : load.forecast(to);
        Forecast oneFewer = load == null || to == 1 ? null : load.forecast(to - 1);
        return new Decision(
                snapshot.replicas(), to, term, explanation, missing, forecast, oneFewer, pools, recommendations);
    }
}
