package dev.platen.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of traces, for every service. */
@ConfigMapping(prefix = "platen.tracing")
public interface TracingConfig {
    /** Where spans are sent over OTLP/HTTP, such as {@code http://collector:4318}; unset, nothing is traced. */
    Optional<String> endpoint();

    /** Share of requests that are traced, where whoever asks has not decided it by a {@code traceparent}. */
    @WithDefault("0.01")
    double ratio();
}
