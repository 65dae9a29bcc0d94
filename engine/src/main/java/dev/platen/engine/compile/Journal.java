package dev.platen.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Writes down what each pass does, where anyone wants to read it. Not thread-safe. */
final class Journal {
    private final boolean isKept;
    private final LongSupplier nanos;
    private final List<Pass> passes = new ArrayList<>();
    private long last;

    private Journal(boolean isKept, LongSupplier nanos) {
        this.isKept = isKept;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** A journal that is kept; {@code nanos} tells the time from any beginning. */
    static Journal kept(LongSupplier nanos) {
        return new Journal(true, nanos);
    }

    /** A journal that nobody reads. */
    static Journal none() {
        return new Journal(false, () -> 0);
    }

    /** A pass is done; its effect is only asked for where the journal is kept. */
    void did(String pass, Supplier<String> effect) {
        if (isKept) {
            long now = nanos.getAsLong();
            passes.add(new Pass(pass, effect.get(), now - last));
            last = nanos.getAsLong();
        }
    }

    /** What a pass did as a part of another, which takes the time. */
    void didWithin(String pass, Supplier<String> effect) {
        if (isKept) {
            passes.add(new Pass(pass, effect.get(), 0));
        }
    }

    List<Pass> passes() {
        return List.copyOf(passes);
    }
}
