package dev.platen.operator.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when it is told to. Thread-safe. */
public final class ManualClock implements InstantSource {
    private volatile Instant now;

    /** A clock that stands at this time. */
    public ManualClock(Instant start) {
        this.now = start;
    }

    /** Moves on. */
    public synchronized void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
