package dev.platen.benchmarks.autoscale.simulation;

/** Sets the number of replicas. Keeps what it remembers in itself, so that every run needs a new one. */
public interface Law {
    /** Time between two looks, in seconds. */
    double interval();

    /** Time from a look to the change that follows from it, in seconds, less than the interval. */
    double delay();

    /** The replicas that there should be; the same as now where nothing is to change. Bounds are applied afterwards. */
    int decide(Reading reading);
}
