package dev.platen.gateway.page;

import java.util.function.DoubleSupplier;

/**
 * Whether the cluster's cache is worth asking while there is more to do than can be done: as often as it lately had the
 * page, and now and then to find out. A flood of pages that nobody has then costs no look-ups, and a cluster whose workers
 * are away still answers with the pages that it has. Thread-safe; of two observations at the same moment one may be lost.
 */
final class LookUps {
    /** One look-up in so many is made however few of them find a page. */
    static final double LEAST_SHARE = 1.0 / 16;

    /** What each look-up adds to the mean: about the last hundred count. */
    private static final double SMOOTHING = 0.02;

    private final DoubleSupplier random;
    private volatile double hitRatio = 1;

    /**
     * Begins with a cache that has every page.
     *
     * @param random evenly from 0 to 1, 1 excluded
     */
    LookUps(DoubleSupplier random) {
        this.random = random;
    }

    /** Notes what a look-up found. */
    void found(boolean isHit) {
        double before = hitRatio;
        hitRatio = before + SMOOTHING * ((isHit ? 1 : 0) - before);
    }

    /** Whether to make the next one although the workers have all that they can do. */
    boolean areWorthwhile() {
        return random.getAsDouble() < Math.max(LEAST_SHARE, hitRatio);
    }
}
