package dev.platen.benchmarks.conformance;

import java.io.IOException;
import java.util.function.Consumer;

/** Where samples come from; they are handed over one at a time, so that a corpus never has to fit into memory. */
@FunctionalInterface
interface Source {
    void each(Consumer<Sample> consumer) throws IOException;
}
