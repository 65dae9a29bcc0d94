package dev.platen.broker;

/**
 * A running Kafka broker with its controller, on 127.0.0.1, for one machine: what it acknowledged is there again after
 * a stop, a restart and a {@code kill -9}. It creates no topics by itself and accepts records of at most 6 MiB.
 *
 * <p>Thread-safe. Kafka halts the whole JVM where going on would damage the data.
 */
public final class Broker implements AutoCloseable {
    private final DataDirectory directory;
    private final KafkaNode node;

    private Broker(DataDirectory directory, KafkaNode node) {
        this.directory = directory;
        this.node = node;
    }

    /**
     * Starts a broker and returns as soon as it serves clients. A new directory is formatted; in one that a broker left
     * behind, everything is found again.
     *
     * @throws BrokerStartException where the directory is in use, was written by something else or by a newer Kafka, or
     *     cannot be written, or where the port is taken
     */
    public static Broker start(BrokerConfig config) {
        DataDirectory directory =
                DataDirectory.open(config.dataDirectory().toAbsolutePath().normalize(), config.quorum());
        try {
            return new Broker(directory, KafkaNode.start(directory.path(), config));
        } catch (BrokerStartException e) {
            directory.close();
            throw e;
        } catch (Exception e) {
            directory.close();
            throw new BrokerStartException(
                    "broker on data directory %s could not start: %s; its log says what it tried"
                            .formatted(directory.path(), e),
                    e);
        }
    }

    /** {@code host:port}, for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return node.bootstrapServers();
    }

    /** Stops serving, flushes the data and frees the directory; waits for at most half a minute. May be called again. */
    @Override
    public void close() {
        node.close();
        directory.close();
    }
}
