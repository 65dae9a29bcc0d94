package dev.platen.benchmarks.autoscale.workload;

import java.util.Arrays;

/**
 * How many requests are to be expected per second, second by second. The array is not copied and must not be written to.
 *
 * @param perSecond one rate for every second, finite and not negative
 */
public record RateCurve(double[] perSecond) {
    /** The largest rate, smoothed over a minute so that a single second does not decide. */
    public double peak() {
        int window = Math.min(60, perSecond.length);
        double sum = 0;
        double most = 0;
        for (int second = 0; second < perSecond.length; second++) {
            sum += perSecond[second] - (second >= window ? perSecond[second - window] : 0);
            most = Math.max(most, sum / window);
        }
        return most;
    }

    /** The same shape, higher or lower. */
    public RateCurve times(double factor) {
        double[] scaled = new double[perSecond.length];
        for (int second = 0; second < scaled.length; second++) {
            scaled[second] = perSecond[second] * factor;
        }
        return new RateCurve(scaled);
    }

    /** The seconds from one, included, to another, excluded. */
    public RateCurve between(int from, int to) {
        return new RateCurve(Arrays.copyOfRange(perSecond, from, to));
    }

    /** How many requests are to be expected in all. */
    double total() {
        double sum = 0;
        for (double rate : perSecond) {
            sum += rate;
        }
        return sum;
    }
}
