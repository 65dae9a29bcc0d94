package dev.platen.broker;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a broker keeps its data, listens and is found.
 *
 * @param dataDirectory an empty or missing directory, or one that a broker of this kind wrote before
 * @param port port on 127.0.0.1, 0 to 65535; 0 for any free one
 * @param advertisedPort port on 127.0.0.1 that clients are sent to, where something stands between them and the broker; 0
 *     for the one on which it listens
 * @param quorum the brokers that it belongs to
 */
public record BrokerConfig(Path dataDirectory, int port, int advertisedPort, Quorum quorum) {
    static final String PORT = "PLATEN_BROKER_PORT";
    static final String ADVERTISED_PORT = "PLATEN_BROKER_ADVERTISED_PORT";

    private static final int MAX_PORT = 65_535;

    /** Refuses numbers that are no ports. */
    public BrokerConfig {
        requirePort("broker port", port);
        requirePort("advertised port of the broker", advertisedPort);
    }

    /** A broker that stands alone. */
    public BrokerConfig(Path dataDirectory, int port) {
        this(dataDirectory, port, 0, Quorum.ALONE);
    }

    /** A broker that stands alone, whose ports are {@value #PORT} and {@value #ADVERTISED_PORT}, or any. */
    public static BrokerConfig of(Path dataDirectory, Map<String, String> environment) {
        return new BrokerConfig(
                dataDirectory,
                number(PORT, environment.getOrDefault(PORT, "0")),
                advertisedPort(environment),
                Quorum.ALONE);
    }

    static int advertisedPort(Map<String, String> environment) {
        return number(ADVERTISED_PORT, environment.getOrDefault(ADVERTISED_PORT, "0"));
    }

    static int number(String what, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a number, found '%s'".formatted(what, text), e);
        }
    }

    private static void requirePort(String what, int number) {
        if (number < 0 || number > MAX_PORT) {
            throw new IllegalArgumentException(
                    "%s must lie between 0 and %d, found %d".formatted(what, MAX_PORT, number));
        }
    }
}
