package dev.platen.gateway.workers;

import java.time.Duration;

/**
 * How soon a page is wanted, and until when.
 *
 * @param lane which workers take it
 * @param endNanos when nobody waits any more, in the time of {@link System#nanoTime}
 */
public record Urgency(Lane lane, long endNanos) {
    /** Longer than this no page waits for its turn without being asked for again. */
    private static final Duration BATCH_TURN = Duration.ofMinutes(1);

    /** Somebody waits, as long as the settings say. */
    public static Urgency interactive() {
        return within(Lane.INTERACTIVE, Duration.ofHours(1));
    }

    /** From now on for this long. */
    public static Urgency within(Lane lane, Duration patience) {
        return new Urgency(lane, System.nanoTime() + patience.toNanos());
    }

    /** How long one request to the workers is waited for. */
    Duration patience(Duration ofInteractive) {
        Duration most =
                switch (lane) {
                    case INTERACTIVE -> ofInteractive;
                    case BATCH -> BATCH_TURN;
                };
        Duration left = Duration.ofNanos(Math.max(1, endNanos - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }

    /** Whether nobody waits any more, or will not after so much longer. */
    public boolean isOver(Duration later) {
        return System.nanoTime() + later.toNanos() - endNanos > 0;
    }
}
