package dev.platen.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;

/** What one round of requests met: how long each took, how many went wrong. Filled by one thread, then read. */
final class Round {
    private static final double NANOS_PER_MICRO = 1_000;

    private long[] nanos = new long[1 << 16];
    private int count;
    private int failures;
    private int refusals;
    private boolean isSorted = true;
    private int answeredInTime;
    private long elapsedNanos;
    private long busyNanos;
    private Duration cost = Duration.ZERO;

    void answered(long tookNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = tookNanos;
        isSorted = false;
    }

    /** Takes what another one has met, before either is over. */
    void add(Round other) {
        for (int i = 0; i < other.count; i++) {
            answered(other.nanos[i]);
        }
        failures += other.failures;
        refusals += other.refusals;
    }

    void failed() {
        failures++;
    }

    /** The server was asked, and said that it has too much to do; that is no failure, and no answer either. */
    void refused() {
        refusals++;
    }

    /**
     * Ends the round; {@code busy} is the processor time that the thread which drove it has used. Answers that come later
     * have their times, but do not count for what was reached per second.
     */
    Round over(long elapsed, long busy) {
        answeredInTime = count;
        elapsedNanos = elapsed;
        busyNanos = busy;
        return this;
    }

    /** Notes the processor time that the round took in the processes that count. */
    Round costing(Duration processorTime) {
        cost = processorTime;
        return this;
    }

    int count() {
        return count;
    }

    int failures() {
        return failures;
    }

    int refusals() {
        return refusals;
    }

    double perSecond() {
        return answeredInTime * 1e9 / elapsedNanos;
    }

    /** Processor time per answer, in microseconds. */
    double costMicros() {
        return cost.toNanos() / NANOS_PER_MICRO / count;
    }

    /** Which share of the time the driving thread worked; near 1, it was the driver that was measured. */
    double busyShare() {
        return (double) busyNanos / elapsedNanos;
    }

    /**
     * The time in microseconds within which a share of the requests was answered.
     *
     * @param share 0 to 1
     */
    double micros(double share) {
        if (count == 0) {
            throw new IllegalStateException("nothing was answered in this round; see the log of the process");
        }
        if (!isSorted) {
            Arrays.sort(nanos, 0, count);
            isSorted = true;
        }
        return nanos[Math.min(count - 1, (int) (count * share))] / NANOS_PER_MICRO;
    }
}
