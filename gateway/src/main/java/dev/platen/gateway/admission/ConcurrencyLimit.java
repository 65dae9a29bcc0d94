package dev.platen.gateway.admission;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much work may be in flight: as much as the workers answer without queues growing. Once in a while the mean time of
 * an answer is compared with its long-term mean; where answers take longer, the limit shrinks by that ratio, otherwise it
 * grows by the square root of itself. Work that ran out of time makes it shrink at once. After the gradient of Netflix's
 * concurrency-limits (its second version), with the long-term mean as the measure of the unloaded time.
 *
 * <p>Thread-safe; never blocks. INVARIANT: the limit stays between {@value #MIN} and the largest one allowed.
 */
final class ConcurrencyLimit {
    static final int MIN = 16;

    private static final int INITIAL = 256;
    private static final long WINDOW_NANOS = Duration.ofMillis(100).toNanos();
    private static final int MIN_SAMPLES = 10;

    /** How much longer than usual answers may take before the limit shrinks: workloads vary. */
    private static final double TOLERANCE = 2.0;

    private static final double MAX_SHRINK = 0.5;
    private static final double SHRINK_ON_TIMEOUT = 0.9;
    private static final double SMOOTHING = 0.2;
    private static final double LONG_TERM = 0.02;

    private final int max;
    private final LongSupplier nanoTime;
    private double limit;
    private int inFlight;
    private int mostInFlight;
    private long windowStart;
    private long sumNanos;
    private int samples;
    private boolean timedOut;
    private double usualNanos;

    ConcurrencyLimit(int max, LongSupplier nanoTime) {
        if (max < 1) {
            throw new IllegalArgumentException(
                    "at least one request must be allowed in flight, found %d".formatted(max));
        }
        this.max = max;
        this.nanoTime = nanoTime;
        limit = Math.min(INITIAL, max);
        windowStart = nanoTime.getAsLong();
    }

    /** Whether one more may be in flight; if so, {@link #ended} must follow. */
    synchronized boolean begin() {
        if (inFlight >= (int) limit) {
            return false;
        }
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        return true;
    }

    /** Work ended after this time, with an answer or without one in time. */
    synchronized void ended(long nanos, boolean inTime) {
        inFlight--;
        sumNanos += nanos;
        samples++;
        timedOut |= !inTime;
        if (nanoTime.getAsLong() - windowStart >= WINDOW_NANOS && samples >= MIN_SAMPLES) {
            adapt((double) sumNanos / samples);
        }
    }

    private void adapt(double meanNanos) {
        usualNanos = usualNanos == 0 ? meanNanos : usualNanos + LONG_TERM * (meanNanos - usualNanos);
        usualNanos = Math.min(usualNanos, 2 * meanNanos);
        if (timedOut) {
            limit *= SHRINK_ON_TIMEOUT;
        } else if (mostInFlight > limit / 2) {
            double gradient = Math.clamp(TOLERANCE * usualNanos / meanNanos, MAX_SHRINK, 1.0);
            limit += SMOOTHING * (limit * gradient + Math.sqrt(limit) - limit);
        }
        limit = Math.clamp(limit, Math.min(MIN, max), max);
        windowStart = nanoTime.getAsLong();
        sumNanos = 0;
        samples = 0;
        mostInFlight = inFlight;
        timedOut = false;
    }

    synchronized int limit() {
        return (int) limit;
    }

    synchronized int inFlight() {
        return inFlight;
    }
}
