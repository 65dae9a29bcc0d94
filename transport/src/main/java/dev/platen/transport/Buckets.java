package dev.platen.transport;

import java.time.Duration;
import java.util.stream.LongStream;

/** The bounds of histograms: few, because each is a series, and the same everywhere, so that they can be added up. */
public final class Buckets {
    private static final long[] MICROS = {
        100,
        250,
        500,
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        10_000_000
    };
    private static final double[] BYTES = {1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 24};
    private static final double[] NUMBERS = {1, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000};
    private static final double[] SHARES = {0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 1};

    private Buckets() {}

    /** From a tenth of a millisecond to ten seconds. */
    public static Duration[] ofTime() {
        return LongStream.of(MICROS)
                .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
                .toArray(Duration[]::new);
    }

    /** From a kibibyte to 16 mebibytes. */
    public static double[] ofBytes() {
        return BYTES.clone();
    }

    /** Of things that are counted, from one to tens of thousands. */
    public static double[] ofNumbers() {
        return NUMBERS.clone();
    }

    /** Of something that can be used up, from nearly nothing to all. */
    public static double[] ofShares() {
        return SHARES.clone();
    }
}
