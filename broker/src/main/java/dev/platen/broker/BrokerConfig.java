package dev.platen.broker;

import java.nio.file.Path;

/**
 * Where a broker keeps its data and listens.
 *
 * @param dataDirectory an empty or missing directory, or one that a broker of this kind wrote before
 * @param port port on 127.0.0.1, 0 to 65535; 0 for any free one
 * @param quorum the brokers that it belongs to
 */
public record BrokerConfig(Path dataDirectory, int port, Quorum quorum) {
    private static final int MAX_PORT = 65_535;

    /** Refuses a number that is no port. */
    public BrokerConfig {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "broker port must lie between 0 and %d, found %d".formatted(MAX_PORT, port));
        }
    }

    /** A broker that stands alone. */
    public BrokerConfig(Path dataDirectory, int port) {
        this(dataDirectory, port, Quorum.ALONE);
    }
}
