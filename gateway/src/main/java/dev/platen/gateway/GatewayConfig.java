package dev.platen.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Settings of the gateway. */
@ConfigMapping(prefix = "platen.gateway")
public interface GatewayConfig {
    /**
     * The partition of {@code platen.replies} that this instance reads. Unset: derived from the host name. Two gateways
     * on one partition are correct, but each reads the other's answers too.
     */
    OptionalInt replyPartition();

    /** Requests that may wait for the workers at the same time; further ones get 503. */
    @WithDefault("1024")
    int maxInFlight();

    /** After this time a request to the workers is given up, here and there. */
    @WithDefault("PT10S")
    Duration requestTimeout();

    /** After this time a connection is closed that has begun a request and not ended its head. */
    @WithDefault("PT10S")
    Duration headTimeout();

    /** Memory for pages, by their size. */
    @WithDefault("64M")
    MemorySize pageCache();

    /** Heads of schemas that are remembered. */
    @WithDefault("100000")
    long headCacheEntries();

    /** How long a remembered head is used without being looked up again; notices of changes arrive sooner. */
    @WithDefault("PT10S")
    Duration headCacheTtl();
}
