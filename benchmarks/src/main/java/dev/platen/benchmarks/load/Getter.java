package dev.platen.benchmarks.load;

import java.io.IOException;

/** Gets one value from a cache and waits for it. For one thread. */
interface Getter extends AutoCloseable {
    /** The value as it came. */
    byte[] get() throws IOException;

    @Override
    void close() throws IOException;
}
