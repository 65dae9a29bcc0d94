package dev.platen.gateway.admission;

import java.util.concurrent.atomic.AtomicLong;

/** Permits in bytes. Thread-safe; never blocks. INVARIANT: what is taken never exceeds the capacity. */
public final class ByteBudget {
    private final long capacity;
    private final AtomicLong taken = new AtomicLong();

    /** A budget of {@code capacity} bytes. */
    public ByteBudget(long capacity) {
        this.capacity = capacity;
    }

    /** Takes {@code bytes} if they are there. */
    public boolean take(long bytes) {
        long before;
        do {
            before = taken.get();
            if (bytes > capacity - before) {
                return false;
            }
        } while (!taken.compareAndSet(before, before + bytes));
        return true;
    }

    /** Gives back what was taken. */
    public void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Bytes that are taken at the moment. */
    public long taken() {
        return taken.get();
    }
}
