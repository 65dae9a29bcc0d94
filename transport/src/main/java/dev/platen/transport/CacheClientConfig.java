package dev.platen.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How to reach the shared cache; the same for every service. */
@ConfigMapping(prefix = "platen.cache-client")
public interface CacheClientConfig {
    /** Hot Rod endpoints, {@code host:port} separated by semicolons. */
    @WithDefault("127.0.0.1:11222")
    String servers();

    /** After this time a look-up counts as a miss. */
    @WithDefault("PT0.25S")
    Duration timeout();

    /** How long a look-up that an answer depends on is tried again while the cache is away or slow. */
    @WithDefault("PT3S")
    Duration patience();
}
