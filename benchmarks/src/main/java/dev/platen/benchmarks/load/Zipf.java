package dev.platen.benchmarks.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Keys of which few are asked for often and many seldom: the k-th in rank with a weight of 1 / k to the power of the skew. */
final class Zipf {
    private final double[] upTo;

    /**
     * A distribution.
     *
     * @param keys how many, at least 1
     * @param skew 0 for all alike; 0.9 is what web traffic looks like
     */
    Zipf(int keys, double skew) {
        upTo = new double[keys];
        double sum = 0;
        for (int rank = 1; rank <= keys; rank++) {
            sum += Math.pow(rank, -skew);
            upTo[rank - 1] = sum;
        }
    }

    /** So many keys, 0 for the one in front. */
    int[] trace(int length, RandomGenerator random) {
        return random.doubles(length, 0, upTo[upTo.length - 1])
                .mapToInt(this::key)
                .toArray();
    }

    private int key(double point) {
        int found = Arrays.binarySearch(upTo, point);
        return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found + 1);
    }
}
