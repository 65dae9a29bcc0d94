package dev.platen.operator.decide;

/**
 * One pod as a queue of its own: {@code threads} servers that share the records of the partitions assigned to it. A
 * pooled queue over all pods would promise too much, since a consumer group never hands a record to a pod that is idle.
 *
 * @param arrivalRate records per second
 * @param serviceRate records that one thread finishes per second of work, positive
 * @param threads servers, at least 1
 */
record PodQueue(double arrivalRate, double serviceRate, int threads) {
    /** Squared coefficient of variation of the times between arrivals; 1 is a Poisson stream. */
    private static final double ARRIVAL_VARIABILITY = 1;

    /** The same of the work; the workers export no spread, and pages differ more than the exponential law's 1 allows. */
    private static final double SERVICE_VARIABILITY = 2;

    /** Share of the threads' time that is spent working; 1 and more means that the queue grows for ever. */
    double utilization() {
        return arrivalRate / (threads * serviceRate);
    }

    /**
     * Probability that a record has to wait, by Erlang's C formula from the recurrence of the B formula (A. K. Erlang,
     * 1917; L. Kleinrock, <i>Queueing Systems</i>, volume 1, 1975, section 3.5).
     */
    double waitProbability() {
        double utilization = utilization();
        if (utilization >= 1) {
            return 1;
        }
        double offered = arrivalRate / serviceRate;
        double blocking = 1;
        for (int servers = 1; servers <= threads; servers++) {
            blocking = offered * blocking / (servers + offered * blocking);
        }
        return blocking / (1 - utilization * (1 - blocking));
    }

    /**
     * Waiting plus work, in seconds, of the given percentile; infinite where the queue grows for ever.
     *
     * <p>Those who wait do so for a time that falls exponentially, with the mean that Allen and Cunneen's correction gives
     * (A. O. Allen, <i>Probability, Statistics, and Queueing Theory</i>, 1990, section 5.3): mean wait = C / (c·μ − λ) ·
     * (Ca² + Cs²) / 2. The work counts with its mean, since its spread is not exported.
     *
     * @param percentile between 0 and 1
     */
    double latency(double percentile) {
        if (utilization() >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double waitOfThoseWhoWait =
                (ARRIVAL_VARIABILITY + SERVICE_VARIABILITY) / 2 / (threads * serviceRate - arrivalRate);
        double wait = Math.max(0, Math.log(waitProbability() / (1 - percentile))) * waitOfThoseWhoWait;
        return wait + 1 / serviceRate;
    }

    /**
     * Time until a backlog is gone while records keep arriving, in seconds; infinite where that never happens.
     *
     * @param lag records that wait
     */
    double drain(double lag) {
        if (lag == 0) {
            return 0;
        }
        return utilization() >= 1 ? Double.POSITIVE_INFINITY : lag / (threads * serviceRate - arrivalRate);
    }
}
