package dev.platen.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a process that a test or a benchmark has started comes to its end. */
public final class Termination {
    private Termination() {}

    /** SIGTERM, and {@code kill -9} where that does not help in time, or whoever waits is told not to. */
    public static void of(Process process, Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException impatient) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
