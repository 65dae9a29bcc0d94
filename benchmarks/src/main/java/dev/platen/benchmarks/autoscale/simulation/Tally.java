package dev.platen.benchmarks.autoscale.simulation;

/** Counts answers: in buckets of less than a hundredth of their time, and by the minute in which they were asked for. */
final class Tally {
    private static final int SHIFT = 16;
    private static final int LOWEST = Float.floatToRawIntBits(1e-6f) >> SHIFT;
    private static final int HIGHEST = Float.floatToRawIntBits(1e7f) >> SHIFT;
    private static final int MINUTE = 60;
    private static final double ALLOWED = 0.01;

    private final int[] buckets = new int[HIGHEST - LOWEST + 1];
    private final int[] overByMinute;
    private final int[] countByMinute;
    private final double objective;
    private long count;
    private long over;
    private double longest;

    Tally(double seconds, double objective) {
        this.objective = objective;
        int minutes = (int) Math.ceil(seconds / MINUTE) + 1;
        overByMinute = new int[minutes];
        countByMinute = new int[minutes];
    }

    void answered(double arrival, double sojourn) {
        int minute = (int) (arrival / MINUTE);
        buckets[Math.clamp((Float.floatToRawIntBits((float) sojourn) >> SHIFT) - LOWEST, 0, HIGHEST - LOWEST)]++;
        count++;
        countByMinute[minute]++;
        if (sojourn > objective) {
            over++;
            overByMinute[minute]++;
        }
        longest = Math.max(longest, sojourn);
    }

    long count() {
        return count;
    }

    double shareOver() {
        return count == 0 ? 0 : (double) over / count;
    }

    double longest() {
        return longest;
    }

    /** Minutes in which more than one request in a hundred was over the objective. */
    int minutesOver() {
        int minutes = 0;
        for (int minute = 0; minute < countByMinute.length; minute++) {
            minutes += overByMinute[minute] > ALLOWED * countByMinute[minute] ? 1 : 0;
        }
        return minutes;
    }

    /** The time that a share of the answers stayed below, in seconds; the upper edge of its bucket. */
    double percentile(double share) {
        long wanted = (long) Math.ceil(share * count);
        long sum = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            sum += buckets[bucket];
            if (sum >= wanted) {
                return Float.intBitsToFloat((bucket + LOWEST + 1) << SHIFT);
            }
        }
        return longest;
    }
}
