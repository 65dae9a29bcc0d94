package dev.platen.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of traces, for every service. */
@ConfigMapping(prefix = "platen.tracing")
public interface TracingConfig {
    /** Where spans are sent over OTLP/HTTP, such as {@code http://collector:4318}; unset, nothing is traced. */
    Optional<String> endpoint();

    /** Share of requests that are traced, from 0 to 1. */
    @WithDefault("0.01")
    double ratio();

    /**
     * Whether a {@code traceparent} in the head of a request decides whether the request is traced, and to which trace it belongs.
     * Only where something in front of the gateway writes or removes that header: otherwise anybody may have everything traced.
     */
    @WithDefault("false")
    boolean trustCallers();
}
