package dev.platen.benchmarks.autoscale.workload;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How requests are made from a curve: arrivals at random around the rate of each second, work after a lognormal law,
 * partitions by weights that fall as Zipf's law says.
 *
 * @param partitions of the topic
 * @param skew exponent of Zipf's law over the partitions; 0 gives every partition the same share
 * @param meanWork mean work of a request, in seconds
 * @param variability squared coefficient of variation of the work, positive
 * @param seed the same seed makes the same requests
 */
public record Recipe(int partitions, double skew, double meanWork, double variability, long seed) {
    private static final int SHARES = 1 << 14;

    /** Makes the requests. */
    public Workload make(RateCurve curve) {
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        byte[] shares = shares(random);
        double sigma = Math.sqrt(Math.log1p(variability));
        double middle = Math.log(meanWork) - sigma * sigma / 2;
        int room = (int) (curve.total() * 1.01 + 1_000);
        double[] arrivals = new double[room];
        int size = arrivals(curve, random, arrivals);
        float[] work = new float[size];
        byte[] partition = new byte[size];
        for (int request = 0; request < size; request++) {
            work[request] = (float) Math.exp(middle + sigma * random.nextGaussian());
            partition[request] = shares[random.nextInt(SHARES)];
        }
        return new Workload(curve.perSecond().length, partitions, Arrays.copyOf(arrivals, size), work, partition);
    }

    /** A Poisson stream whose rate changes every second: unit gaps, stretched by the rate they fall into. */
    private static int arrivals(RateCurve curve, RandomGenerator random, double[] arrivals) {
        int size = 0;
        double gap = random.nextExponential();
        for (int second = 0; second < curve.perSecond().length; second++) {
            double rate = curve.perSecond()[second];
            double left = rate;
            while (gap < left && size < arrivals.length) {
                left -= gap;
                arrivals[size++] = second + 1 - left / rate;
                gap = random.nextExponential();
            }
            gap -= left;
        }
        return size;
    }

    /** Partitions as often as they are likely, so that one draw picks one. */
    private byte[] shares(RandomGenerator random) {
        double[] weights = new double[partitions];
        for (int rank = 0; rank < partitions; rank++) {
            weights[rank] = Math.pow(rank + 1, -skew);
        }
        for (int rank = partitions - 1; rank > 0; rank--) {
            int other = random.nextInt(rank + 1);
            double weight = weights[rank];
            weights[rank] = weights[other];
            weights[other] = weight;
        }
        double total = Arrays.stream(weights).sum();
        byte[] shares = new byte[SHARES];
        int place = 0;
        double sum = 0;
        for (int partition = 0; partition < partitions; partition++) {
            sum += weights[partition];
            int end = (int) Math.round(sum / total * SHARES);
            Arrays.fill(shares, place, end, (byte) partition);
            place = end;
        }
        return shares;
    }
}
