package dev.platen.standalone.cluster;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What runs.
 *
 * @param port port of the gateway on 127.0.0.1
 * @param dataDirectory where data and logs are kept
 * @param brokers brokers that hold the log together, 1 or 3
 * @param renderers render processes, 1 to 64
 * @param apiKeys file of API keys; without one, everybody may do everything
 */
public record ClusterConfig(int port, Path dataDirectory, int brokers, int renderers, Optional<Path> apiKeys) {
    private static final int MAX_RENDERERS = 64;
    private static final int QUORUM = 3;

    /** Refuses a cluster that could not work. */
    public ClusterConfig {
        if (brokers != 1 && brokers != QUORUM) {
            throw new IllegalArgumentException(
                    "a cluster has 1 broker, or %d that can lose one, found %d".formatted(QUORUM, brokers));
        }
        requireRenderers(renderers);
    }

    static void requireRenderers(int renderers) {
        if (renderers < 1 || renderers > MAX_RENDERERS) {
            throw new IllegalArgumentException(
                    "a cluster has 1 to %d renderers, found %d".formatted(MAX_RENDERERS, renderers));
        }
    }
}
