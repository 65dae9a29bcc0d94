package dev.platen.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How to reach Kafka; the same for every service. */
@ConfigMapping(prefix = "platen.kafka")
public interface KafkaConfig {
    /** Brokers to ask first, {@code host:port} separated by commas. */
    @WithDefault("127.0.0.1:9092")
    String bootstrapServers();

    /** Copies of each partition that new topics get and that the log of schemas must have. */
    @WithDefault("1")
    short replication();

    /** How long a starting service waits for the brokers before it gives up. */
    @WithDefault("PT60S")
    Duration startTimeout();

    /**
     * Name of this process among the workers, which it keeps over a restart, such as that of its pod. Set, a worker that
     * died and is back within ten seconds goes on where it stopped, and nobody else has to wait for its share; unset,
     * its share is given to others when it is missed. No two running processes may have the same.
     */
    Optional<String> member();

    /** Further client properties, such as those of TLS and SASL, in Kafka's own names. */
    Map<String, String> properties();
}
