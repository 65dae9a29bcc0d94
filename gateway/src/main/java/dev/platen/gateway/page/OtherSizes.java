package dev.platen.gateway.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * What the memory for pages would find if it were larger. A share of all keys is played, with all its look-ups, through lists of
 * keys that hold that share of what the memory holds, and of two, four and eight times as much; whoever was not asked for longest
 * leaves first. Such a share finds about as much as the whole (Waldspurger and others, "Efficient MRC Construction with SHARDS",
 * FAST 2015). The larger the memory, the smaller the share: the lists stay at some thousand keys. Thread-safe.
 */
final class OtherSizes {
    private static final int SPREAD = 0x9E3779B9; // of Fibonacci hashing: the high bits depend on all bits
    private static final int BYTES_PLAYED_SHIFT = 20;

    private final int shift;
    private final int notPlayed;
    private final LongSupplier room;
    private final List<Size> sizes = List.of(new Size(1), new Size(2), new Size(4), new Size(8));

    /**
     * Plays nothing yet.
     *
     * @param bytes that the memory may hold
     * @param room how many pages of the usual size that is
     */
    OtherSizes(long bytes, LongSupplier room) {
        int magnitude = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, bytes >> BYTES_PLAYED_SHIFT));
        this.shift = Math.min(Integer.SIZE - 1, magnitude);
        this.notPlayed = shift == 0 ? 0 : -1 << (Integer.SIZE - shift);
        this.room = room;
    }

    /** Somebody looks for a page. */
    void asked(String key) {
        int hash = key.hashCode() * SPREAD;
        if ((hash & notPlayed) == 0) {
            play(hash);
        }
    }

    private synchronized void play(int key) {
        long now = Math.max(1, room.getAsLong() >> shift);
        sizes.forEach(size -> size.asked(key, now));
    }

    /** The size of now, and the others. */
    List<Size> sizes() {
        return sizes;
    }

    /** A memory so many times as large; its counts may be read by anybody. */
    static final class Size {
        private final int times;
        private final SequencedMap<Integer, Boolean> keys = new LinkedHashMap<>(16, 0.75f, true);
        private final LongAdder hits = new LongAdder();
        private final LongAdder misses = new LongAdder();

        Size(int times) {
            this.times = times;
        }

        private void asked(int key, long now) {
            if (keys.put(key, true) == null) {
                misses.increment();
            } else {
                hits.increment();
            }
            while (keys.size() > now * times) {
                keys.pollFirstEntry();
            }
        }

        int times() {
            return times;
        }

        /** Played look-ups that found their page. */
        long hits() {
            return hits.sum();
        }

        /** Played look-ups that did not. */
        long misses() {
            return misses.sum();
        }
    }
}
