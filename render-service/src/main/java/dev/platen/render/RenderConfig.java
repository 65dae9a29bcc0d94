package dev.platen.render;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** Settings of the render service. */
@ConfigMapping(prefix = "platen.render")
public interface RenderConfig {
    /** Threads that render; as many as there are processors if unset. The operator may change it while running. */
    OptionalInt workers();

    /** Requests taken from Kafka and not yet answered, above which no more are taken. */
    @WithDefault("128")
    int inFlight();

    /** Memory for plans, by their encoded size. */
    @WithDefault("16M")
    MemorySize planCache();

    /** Memory for schemas that submitted data is validated against, by the size of their documents. */
    @WithDefault("4M")
    MemorySize schemaCache();
}
