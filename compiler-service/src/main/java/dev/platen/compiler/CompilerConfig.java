package dev.platen.compiler;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Settings of the compiler service. */
@ConfigMapping(prefix = "platen.compiler")
public interface CompilerConfig {
    /** Threads that compile; as many as there are processors if unset. The operator may change it while running. */
    OptionalInt workers();

    /** Requests taken from Kafka and not yet answered, above which no more are taken. */
    @WithDefault("64")
    int inFlight();

    /** How long a change waits for further ones before schemas that refer to the changed one are compiled again. */
    @WithDefault("PT0.25S")
    Duration renewalDelay();

    /** How often the log is searched for schemas that should have been compiled again and were not. */
    @WithDefault("PT1M")
    Duration renewalSweep();
}
