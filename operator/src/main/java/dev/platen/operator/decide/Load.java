package dev.platen.operator.decide;

import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * What the pool has to do, and how much of it a number of replicas can do.
 *
 * @param arrivals records per second
 * @param lag records that wait
 * @param serviceRate records that one thread finishes per second of work: the "true processing rate" of V. Kalavri et al.,
 *     <i>Three steps is all you need</i> (DS2), OSDI 2018, which leaves waiting out
 * @param threads working threads of a pod
 * @param objective what the pool must achieve
 */
record Load(Spread arrivals, Spread lag, double serviceRate, int threads, Policy.Objective objective) {
    static Load of(Backlog backlog, double serviceRate, int threads, Policy.Objective objective) {
        return new Load(
                Spread.of(backlog.partitions(), Backlog.Partition::arrivalRate),
                Spread.of(backlog.partitions(), Backlog.Partition::lag),
                serviceRate,
                threads,
                objective);
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
        if (1 / serviceRate < seconds(objective.target())) {
            need = need.orMore(need(Term.LATENCY, most, this::meetsTarget));
        }
        return need.orMore(need(Term.DRAIN, most, this::drains));
    }

    private Need need(Term rule, int most, IntPredicate enough) {
        int useful = Math.min(most, arrivals.partitions());
        return Spread.edges(arrivals.partitions(), most)
                .filter(enough)
                .mapToObj(replicas -> new Need(replicas, rule, rule))
                .findFirst()
                .orElseGet(() -> new Need(useful, useful < most ? Term.PARTITIONS : Term.MAXIMUM, rule));
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
     * documentation</a>). The partition that is hottest may also be the one with the longest backlog.
     */
    private boolean drains(int replicas) {
        double demand = arrivals.hottestPod(replicas) / objective.utilizationCeiling()
                + lag.hottestPod(replicas) / seconds(objective.drain());
        return demand <= threads * serviceRate;
    }

    private PodQueue busiestPod(int replicas) {
        return new PodQueue(arrivals.hottestPod(replicas), serviceRate, threads);
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

        Need atLeast(int min) {
            boolean belowBound = replicas < min || replicas == 1;
            return belowBound ? new Need(Math.max(replicas, min), isMet() ? Term.MINIMUM : term, rule) : this;
        }

        boolean isMet() {
            return term == rule;
        }
    }
}
