package dev.platen.operator.decide;

/** The rule that decided. */
public enum Term {
    /** Fewer would keep the busiest pod above the utilization ceiling. */
    UTILIZATION("Utilization"),
    /** Fewer would miss the latency target. */
    LATENCY("Latency"),
    /** Fewer would not clear the backlog in time. */
    DRAIN("Drain"),
    /** The load asks for less than the lower bound. */
    MINIMUM("Minimum"),
    /** The load asks for more than the upper bound. */
    MAXIMUM("Maximum"),
    /** Every partition has a consumer of its own already: more pods would stand idle. */
    PARTITIONS("Partitions"),
    /** The hours of a schedule ask for more than the load does. */
    SCHEDULE("Schedule"),
    /** More replicas would hardly do more: something that they share holds them up. */
    BOTTLENECK("Bottleneck"),
    /** Fewer would be enough, but the changes of the last hour have cost as much as they may. */
    PAUSE_BUDGET("PauseBudget"),
    /** Fewer would be enough now, but not long enough yet. */
    STABILIZATION("Stabilization"),
    /** A person chose. */
    PINNED("Pinned"),
    /** Nothing is decided. */
    PAUSED("Paused"),
    /** Too little is known to decide. */
    METRICS_MISSING("MetricsMissing"),
    /** Too little has been known for too long. */
    FALLBACK("Fallback");

    private final String label;

    Term(String label) {
        this.label = label;
    }

    /** The term as it is printed. */
    public String label() {
        return label;
    }
}
