package dev.platen.benchmarks.autoscale.workload;

import java.util.SplittableRandom;

/** Curves from formulas and a seed; their peak is about 1. */
public final class Curves {
    private static final double[] LEVELS = {0.15, 0.4, 1};
    private static final double[] MEAN_STAYS = {900, 420, 120};
    private static final double NIGHT = 0.15;

    private Curves() {}

    /** A day that rises and falls like a sine wave, with a little noise that lasts for minutes. */
    public static RateCurve diurnal(int seconds, int period, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rates = new double[seconds];
        double noise = 0;
        for (int second = 0; second < seconds; second++) {
            noise = noise * 0.99 + random.nextGaussian() * 0.007;
            double wave = (1 - Math.cos(2 * Math.PI * second / period)) / 2;
            rates[second] = Math.max(0, (NIGHT + (1 - NIGHT) * wave) * (1 + noise));
        }
        return new RateCurve(rates);
    }

    /**
     * The same day at a lower level, with crowds: within a minute the load is two to five times as high, and it takes about
     * ten minutes to be as before.
     *
     * @param crowds how many
     */
    public static RateCurve withCrowds(RateCurve day, int crowds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rates = day.times(0.3).perSecond();
        double[] quiet = rates.clone();
        for (int crowd = 0; crowd < crowds; crowd++) {
            int span = rates.length / crowds;
            int start = crowd * span + random.nextInt(Math.max(1, span - 1_800));
            double height = random.nextDouble(1, 4);
            double rise = random.nextDouble(15, 60);
            double stay = random.nextDouble(300, 900);
            for (int second = start; second < Math.min(rates.length, start + 3_600); second++) {
                double since = second - start;
                double shape = since < rise ? since / rise : Math.exp(-(since - rise) / stay);
                rates[second] += quiet[second] * height * shape;
            }
        }
        return new RateCurve(rates);
    }

    /** A Poisson process whose rate is switched between three levels, each held for a random time (MMPP). */
    public static RateCurve switching(int seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rates = new double[seconds];
        int level = 0;
        double until = 0;
        for (int second = 0; second < seconds; second++) {
            if (second >= until) {
                level = (level + 1 + random.nextInt(LEVELS.length - 1)) % LEVELS.length;
                until = second - Math.log(1 - random.nextDouble()) * MEAN_STAYS[level];
            }
            rates[second] = LEVELS[level];
        }
        return new RateCurve(rates);
    }
}
