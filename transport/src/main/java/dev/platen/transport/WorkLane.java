package dev.platen.transport;

import dev.platen.contract.flow.Message;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.WorkerTier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Feeds one tier of workers from its topic: one thread polls, a pool of a few works, offsets are committed behind the
 * slowest record. At least once; work is idempotent, so that is enough.
 *
 * <p>INVARIANT: records taken and not finished never exceed the limit by more than one poll; above it the consumer
 * pauses, so the backlog stays in Kafka. A record that cannot be read, or on which the worker fails, becomes a dead
 * letter, and its successors flow. Work whose deadline has passed is dropped and counted.
 */
public final class WorkLane implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkLane.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final int MAX_POLL_RECORDS = 32;
    private static final int MAX_IN_FLIGHT = 4096;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final WorkerTier tier;
    private final Consumer<Work> worker;
    private final Publisher publisher;
    private final WorkerMetrics metrics;
    private final InstantSource clock;
    private final ThreadPoolExecutor pool;
    private final Offsets offsets = new Offsets();
    private final AtomicInteger limit;
    private final AtomicBoolean paused = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * Does not poll before {@link #start()}.
     *
     * @param worker does the work and answers it; called from several threads at once
     * @param workers threads that work, at least 1
     * @param inFlight records taken and not finished above which the lane pauses
     */
    public WorkLane(
            KafkaClients clients,
            WorkerTier tier,
            Consumer<Work> worker,
            Publisher publisher,
            WorkerMetrics metrics,
            int workers,
            int inFlight) {
        this.consumer = clients.member(tier.group(), MAX_POLL_RECORDS);
        this.tier = tier;
        this.worker = worker;
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = InstantSource.system();
        this.limit = new AtomicInteger(Math.min(inFlight, MAX_IN_FLIGHT));
        // The queue is bounded by the lane itself: it stops polling at the limit.
        this.pool = new ThreadPoolExecutor(
                workers,
                workers,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_IN_FLIGHT + MAX_POLL_RECORDS),
                Thread.ofPlatform().name("platen-" + tier.label() + "-", 0).factory());
        this.thread =
                Thread.ofPlatform().name("platen-" + tier.label() + "-lane").unstarted(this::run);
        metrics.observe(pool::getCorePoolSize, limit::get, offsets::inFlight);
    }

    /** Joins the group and starts to work. */
    public void start() {
        thread.start();
    }

    /** Takes effect with the next record; more in flight than {@value #MAX_IN_FLIGHT} is never allowed. */
    public void resize(int workers, int inFlight) {
        if (workers > pool.getMaximumPoolSize()) {
            pool.setMaximumPoolSize(workers);
            pool.setCorePoolSize(workers);
        } else {
            pool.setCorePoolSize(workers);
            pool.setMaximumPoolSize(workers);
        }
        limit.set(Math.min(inFlight, MAX_IN_FLIGHT));
    }

    private void run() {
        try {
            consumer.subscribe(List.of(tier.topic().topicName()), new Rebalance());
            long lastCommit = System.nanoTime();
            while (running) {
                poll();
                if (System.nanoTime() - lastCommit > COMMIT_INTERVAL.toNanos()) {
                    consumer.commitAsync(offsets.committable(), null);
                    lastCommit = System.nanoTime();
                }
            }
        } catch (WakeupException stopped) {
            // close() asked for the end
        } catch (KafkaException broken) {
            LOG.errorf(broken, "lane %s ended: the consumer failed", tier.label());
        } finally {
            finish();
        }
    }

    private void poll() {
        boolean full = offsets.inFlight() >= limit.get();
        if (full && paused.compareAndSet(false, true)) {
            metrics.paused();
            consumer.pause(consumer.assignment());
        }
        try {
            for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(POLL)) {
                accept(polled);
            }
        } catch (WakeupException roomAgain) {
            if (!running) {
                throw roomAgain;
            }
        }
        if (paused.get() && offsets.inFlight() < limit.get()) {
            paused.set(false);
            consumer.resume(consumer.paused());
        }
    }

    private void accept(ConsumerRecord<byte[], byte[]> polled) {
        TopicPartition partition = new TopicPartition(polled.topic(), polled.partition());
        offsets.started(partition, polled.offset());
        pool.execute(() -> {
            try {
                process(polled);
            } finally {
                offsets.finished(partition, polled.offset());
                if (paused.get() && offsets.inFlight() < limit.get()) {
                    consumer.wakeup();
                }
            }
        });
    }

    private void process(ConsumerRecord<byte[], byte[]> polled) {
        switch (CloudEvents.decode(polled.headers(), polled.value())) {
            case CloudEvents.Decoded.Read(Message message) when message instanceof Work work -> work(work, polled);
            case CloudEvents.Decoded.Read(Message message) ->
                putAside(polled, "a " + message.getClass().getSimpleName() + " is not work");
            case CloudEvents.Decoded.Unreadable(String reason) -> putAside(polled, reason);
        }
    }

    private void work(Work work, ConsumerRecord<byte[], byte[]> polled) {
        if (clock.instant().isAfter(work.envelope().deadline())) {
            metrics.droppedLate();
            return;
        }
        long started = System.nanoTime();
        try {
            worker.accept(work);
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.errorf(defect, "request %s broke its worker", work.envelope().request());
            putAside(polled, "the worker failed: " + defect);
        } finally {
            metrics.worked(System.nanoTime() - started);
        }
    }

    private void putAside(ConsumerRecord<byte[], byte[]> polled, String reason) {
        metrics.deadLettered();
        var _ = publisher.deadLetter(polled, reason);
    }

    /** Finishes what was taken, commits it and leaves the group; what was not taken stays for the others. */
    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        try {
            thread.join(DRAIN.plusSeconds(2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() {
        pool.shutdown();
        try (consumer) {
            if (!pool.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("lane %s left work unfinished; another worker will take it", tier.label());
            }
            commitNow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void commitNow() {
        Map<TopicPartition, OffsetAndMetadata> safe = offsets.committable();
        try {
            consumer.commitSync(safe, COMMIT_INTERVAL);
        } catch (KafkaException notCommitted) {
            LOG.debugf(notCommitted, "lane %s could not commit; the records will be done twice", tier.label());
        }
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            commitNow();
            offsets.forget(revoked);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            offsets.forget(lost);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            if (paused.get()) {
                consumer.pause(assigned);
            }
        }
    }
}
