package dev.platen.operator.decide;

/**
 * What a number of replicas would make of the load; told of the pod with the most work, since nobody can take it off it.
 *
 * @param replicas the number
 * @param utilization how busy that pod would be; 1 and more means that its queue grows for ever
 * @param percentile which one of the latency is given, between 0 and 1
 * @param latencySeconds waiting plus work; infinite where the queue grows for ever
 * @param drainSeconds until the backlog is gone; zero where there is none, infinite where the queue grows for ever
 */
public record Forecast(
        int replicas, double utilization, double percentile, double latencySeconds, double drainSeconds) {
    /** Whether that pod would keep up with its share. */
    public boolean stable() {
        return utilization < 1;
    }

    /** The forecast in words. */
    public String sentence() {
        return Explanation.forecast(this);
    }
}
