package dev.platen.benchmarks.autoscale.simulation;

/** How the pods share the partitions, and who waits when their number changes. */
public enum Sharing {
    /** Each partition has one pod; when pods come or go, only partitions that move are paused. */
    COOPERATIVE,
    /** Each partition has one pod; when pods come or go, all partitions are paused. */
    EAGER,
    /** A share group: any pod takes any record, and nothing is ever paused. */
    POOLED
}
