package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Reading;

/**
 * No law at all: what a number that never changes costs.
 *
 * @param replicas the number
 */
record FixedNumber(int replicas) implements Law {
    private static final double LOOK = 15;

    @Override
    public double interval() {
        return LOOK;
    }

    @Override
    public double delay() {
        return 0;
    }

    @Override
    public int decide(Reading reading) {
        return replicas;
    }
}
