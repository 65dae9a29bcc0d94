package dev.platen.transport;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Follows the log of schemas on a thread of its own, from its start to its end, and begins anew with a consumer of its own
 * where the brokers, or whatever takes what is read, were away. Thread-safe.
 */
public final class LogReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogReader.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final Consumer<KafkaConsumer<byte[], byte[]>> following;
    private final Duration farewell;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Does nothing before {@link #start()}.
     *
     * @param name of the thread
     * @param following reads with the consumer until {@link #isRunning()} says no; may throw what Kafka throws, and is then
     *     called again
     * @param farewell how long {@link #close()} waits for it
     */
    public LogReader(
            String name, KafkaClients clients, Consumer<KafkaConsumer<byte[], byte[]>> following, Duration farewell) {
        this.clients = clients;
        this.following = following;
        this.farewell = farewell;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Whether the log is still being read. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Whether it should go on. */
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void run() {
        while (isRunning()) {
            try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
                following.accept(reader);
            } catch (KafkaException | CompletionException away) {
                LOG.warnf("the log of schemas is read again in %s, because of %s", PAUSE, away);
                pause();
            }
        }
    }

    private void pause() {
        try {
            var _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            stopped.countDown();
        }
    }

    /** Stops reading; waits for what is being done with the last records. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(farewell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
