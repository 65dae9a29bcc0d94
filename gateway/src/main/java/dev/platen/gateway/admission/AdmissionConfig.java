package dev.platen.gateway.admission;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** Settings of how much the gateway takes upon itself. */
@ConfigMapping(prefix = "platen.admission")
public interface AdmissionConfig {
    /** Bytes of bodies that may be in memory at the same time; a request with more gets 503 before its body is read. */
    @WithDefault("64M")
    MemorySize bodies();

    /** Bytes of pages that may wait for clients who read slowly; a page that finds no room breaks off. */
    @WithDefault("64M")
    MemorySize unsent();

    /**
     * Requests of one tenant that reach the workers in a second, at this gateway; further ones get 429. Answers from a
     * cache do not count. Unset: no limit.
     */
    OptionalInt tenantRequestsPerSecond();
}
