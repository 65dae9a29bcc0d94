package dev.platen.operator.observe;

/**
 * Three spans of time one after the other, and by how much the arrivals rise from one to the next.
 *
 * @param early the first
 * @param middle the second
 * @param late the third
 */
record Growth(Span early, Span middle, Span late) {
    /** Chance makes the counts of a Poisson stream differ by more than this many standard deviations once in forty times. */
    private static final double NOISE = 2;

    /**
     * A span and what arrived in it.
     *
     * @param records that arrived
     * @param seconds its length, positive
     */
    record Span(double records, double seconds) {
        double rate() {
            return records / seconds;
        }

        /** Variance of the rate: that of a Poisson count is the count. */
        double variance() {
            return records / (seconds * seconds);
        }

        double slopeTo(Span next) {
            return (next.rate() - rate()) / ((seconds + next.seconds) / 2);
        }
    }

    /**
     * Records per second and second; zero where the rise may be chance. The slower of the two rises counts, so that a step,
     * which is over, is not taken for the begin of a slope.
     */
    double perSecond() {
        boolean chance = late.rate() - early.rate() <= NOISE * Math.sqrt(early.variance() + late.variance());
        return chance ? 0 : Math.max(0, Math.min(early.slopeTo(middle), middle.slopeTo(late)));
    }
}
