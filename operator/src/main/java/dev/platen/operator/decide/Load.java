package dev.platen.operator.decide;

import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * What the pool has to do, and how much of it a number of replicas can do.
 *
 * @param arrivals records per second, as many as are expected by the time that a pod started now works
 * @param lag records that wait
 * @param pace how fast a thread works: the "true processing rate" of V. Kalavri et al., <i>Three steps is all you need</i>
 *     (DS2), OSDI 2018, which leaves waiting out
 * @param threads working threads of a pod
 * @param objective what the pool must achieve
 * @param rebalance how long records wait when the group shares its partitions out anew
 */
record Load(Spread arrivals, Spread lag, Pace pace, int threads, Policy.Objective objective, Duration rebalance) {
    /** A few seconds of steep growth say little of the next minute: no more than twice as much is expected. */
    private static final double MOST_GROWTH = 2;

    /**
     * The load that the broker tells, and the growth until help can come.
     *
     * @param podStart time that a pod needs to get ready
     */
    static Load of(Backlog backlog, Pace pace, int threads, Policy policy, Duration podStart) {
        Duration rebalance = policy.tempo().rebalance();
        Spread arrivals = Spread.of(backlog.partitions(), Backlog.Partition::arrivalRate);
        double coming = podStart.isZero() ? 0 : backlog.growth() * seconds(podStart.plus(rebalance));
        return new Load(
                arrivals.total() == 0 ? arrivals : arrivals.times(Math.min(MOST_GROWTH, 1 + coming / arrivals.total())),
                Spread.of(backlog.partitions(), Backlog.Partition::lag),
                pace,
                threads,
                policy.objective(),
                rebalance);
    }

    Forecast forecast(int replicas) {
        PodQueue queue = busiestPod(replicas);
        return new Forecast(
                replicas,
                queue.utilization(),
                objective.percentile(),
                queue.latency(objective.percentile()),
                queue.drain(lag.hottestPod(replicas)));
    }

    /**
     * The fewest replicas that satisfy every rule; all that may be of use where not even they would. A latency target below
     * the work itself asks for nothing, since no number of replicas meets it.
     *
     * @param most no more than this
     */
    Need need(int most) {
        Need need = need(Term.UTILIZATION, most, this::staysUnderCeiling);
        if (1 / pace.serviceRate() < seconds(objective.target())) {
            need = need.orMore(need(Term.LATENCY, most, this::meetsTarget));
        }
        return need.orMore(need(Term.DRAIN, most, this::drains));
    }

    private Need need(Term rule, int most, IntPredicate enough) {
        int useful = Math.min(pace.mostUseful(most), Math.min(most, arrivals.partitions()));
        return Spread.edges(arrivals.partitions(), useful)
                .filter(enough)
                .mapToObj(replicas -> new Need(replicas, rule, rule))
                .findFirst()
                .orElseGet(() -> new Need(useful, limit(useful, most), rule));
    }

    private Term limit(int useful, int most) {
        if (useful == most) {
            return Term.MAXIMUM;
        }
        return useful == arrivals.partitions() ? Term.PARTITIONS : Term.BOTTLENECK;
    }

    private boolean staysUnderCeiling(int replicas) {
        return busiestPod(replicas).utilization() <= objective.utilizationCeiling();
    }

    private boolean meetsTarget(int replicas) {
        return busiestPod(replicas).latency(objective.percentile()) <= seconds(objective.target());
    }

    /**
     * Whether the busiest pod can do its arrivals below the utilization ceiling and its backlog within the drain time
     * besides: the form of Flink's autoscaler (see
     * <a href="https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main/docs/custom-resource/autoscaler/">its
     * documentation</a>). The partition that is hottest may also be the one with the longest backlog,
     * and what arrives during the coming rebalance is backlog too.
     */
    private boolean drains(int replicas) {
        double demand = arrivals.hottestPod(replicas) / objective.utilizationCeiling()
                + backlog(replicas) / seconds(objective.drain());
        return demand <= threads * pace.with(replicas);
    }

    /** Without a backlog nothing has to be cleared in time: the ceiling leaves room for what a rebalance holds up. */
    private double backlog(int replicas) {
        double waiting = lag.hottestPod(replicas);
        return waiting == 0 ? 0 : waiting + arrivals.hottestPod(replicas) * seconds(rebalance);
    }

    private PodQueue busiestPod(int replicas) {
        return new PodQueue(arrivals.hottestPod(replicas), pace.with(replicas), threads);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /**
     * A number of replicas and what asks for it.
     *
     * @param replicas at least 1
     * @param term what decides: the rule, or the bound that keeps it from being satisfied
     * @param rule the rule
     */
    record Need(int replicas, Term term, Term rule) {
        static final Need NOTHING = new Need(1, Term.MINIMUM, Term.MINIMUM);

        Need orMore(Need other) {
            boolean asManyInVain = other.replicas == replicas && isMet() && !other.isMet();
            return other.replicas > replicas || asManyInVain ? other : this;
        }

        Need atLeast(Floor floor) {
            int min = floor.replicas();
            boolean belowBound = replicas < min || replicas == 1;
            return belowBound ? new Need(Math.max(replicas, min), isMet() ? floor.term() : term, rule) : this;
        }

        /** Whether so many are enough, be it by the load's own rules or because a bound asks for more. */
        boolean isEnough() {
            return isMet() || term == Term.MINIMUM || term == Term.SCHEDULE;
        }

        boolean isMet() {
            return term == rule;
        }
    }
}
