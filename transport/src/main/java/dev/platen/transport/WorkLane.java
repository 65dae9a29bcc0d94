package dev.platen.transport;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Feeds one tier of workers from its topic: one thread polls, a pool of a few works, offsets are committed behind the
 * slowest record. At least once; work is idempotent, so that is enough.
 *
 * <p>INVARIANT: records taken and not finished never exceed the limit by more than one poll; above it the consumer
 * pauses, so the backlog stays in Kafka. A record that cannot be read, on which the worker fails, or over which the
 * process ended again and again, becomes a dead letter, and its successors flow. Work whose deadline has passed is
 * dropped and counted.
 */
public final class WorkLane implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkLane.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(500);
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration REVOKE_PATIENCE = Duration.ofSeconds(3);
    private static final Duration DRAIN = Duration.ofSeconds(8);

    /** Who leaves while others join is heard when these have said, with their next heartbeat, that they are still there. */
    private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(5);

    private static final Duration LEAVING_POLL = Duration.ofMillis(50);
    private static final int MAX_POLL_RECORDS = 32;
    private static final int FIRST_ATTEMPT = 1;

    /** What could not be committed now is committed with the next records, and with the farewell at the latest. */
    private static final OffsetCommitCallback NEXT_TIME = (_, _) -> {};

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Intake intake;
    private final Publisher publisher;
    private final WorkerMetrics metrics;
    private final RecordWork records;
    private final Offsets offsets = new Offsets();
    private final Suspects suspects = new Suspects();
    private final LaneLag lag = new LaneLag(InstantSource.system());
    private final AtomicInteger limit;
    private final AtomicBoolean paused = new AtomicBoolean();
    private final AtomicBoolean alone = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * Does not poll before {@link #start()}.
     *
     * @param worker does the work and answers it
     * @param claims where long bodies were left
     * @param tracing of the requests that the records belong to
     */
    public WorkLane(
            KafkaClients clients,
            Intake intake,
            Worker worker,
            Claims claims,
            Publisher publisher,
            WorkerMetrics metrics,
            Tracing tracing) {
        this.consumer = clients.member(intake.tier().group(), MAX_POLL_RECORDS);
        this.intake = intake;
        this.publisher = publisher;
        this.metrics = metrics;
        this.records = new RecordWork(worker, claims, publisher, metrics, InstantSource.system(), tracing);
        this.limit = new AtomicInteger(intake.inFlight());
        this.thread = Thread.ofPlatform()
                .name("platen-%s-lane".formatted(intake.tier().label()))
                .unstarted(this::run);
        metrics.observe(intake.pool(), limit::get, offsets::inFlight, lag);
    }

    /** Joins the group and starts to work. */
    public void start() {
        thread.start();
    }

    /** Whether records are still taken, or the lane was closed; otherwise only a new process takes them again. */
    boolean isAlive() {
        return thread.isAlive() || !running;
    }

    /** Takes effect with the next record; more in flight than {@value Intake#MAX_IN_FLIGHT} is never allowed. */
    public void limit(int inFlight) {
        int wanted = Math.clamp(inFlight, 1, Intake.MAX_IN_FLIGHT);
        if (limit.getAndSet(wanted) != wanted) {
            metrics.resized();
        }
    }

    private void run() {
        try {
            consumer.subscribe(List.of(intake.tier().topic().topicName()), new Rebalance());
            long lastCommit = System.nanoTime();
            while (running) {
                poll();
                workOnSuspect();
                if (System.nanoTime() - lastCommit > COMMIT_INTERVAL.toNanos()) {
                    consumer.commitAsync(offsets.committable(), NEXT_TIME);
                    lag.look(consumer);
                    lastCommit = System.nanoTime();
                }
            }
        } catch (WakeupException stopped) {
            // close() asked for the end
        } catch (KafkaException broken) {
            LOG.errorf(
                    broken, "lane %s ended: the consumer failed", intake.tier().label());
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
        Offsets.Taken taken = offsets.take(partition, polled.offset());
        lag.taken(polled);
        if (!suspects.hold(partition, polled, taken)) {
            intake.pool().execute(intake.rank(), () -> work(polled, taken));
        }
    }

    private void work(ConsumerRecord<byte[], byte[]> polled, Offsets.Taken taken) {
        if (taken.begin()) {
            var _ = records.on(polled, FIRST_ATTEMPT).whenComplete((_, _) -> finished(taken));
        }
    }

    private void finished(Offsets.Taken taken) {
        taken.finish();
        if (paused.get() && offsets.inFlight() < limit.get()) {
            consumer.wakeup();
        }
    }

    /** One at a time, each after a mark: whichever record ends the process, the mark tells which it was. */
    private void workOnSuspect() {
        Suspects.Suspect suspect = suspects.next();
        if (suspect == null || alone.get()) {
            return;
        }
        boolean isHopeless = suspect.attempts() >= Suspects.MAX_ATTEMPTS;
        if (isHopeless || mark(suspect)) {
            suspects.settle();
            alone.set(true);
            intake.pool().execute(intake.rank(), () -> workAlone(suspect, isHopeless));
        }
    }

    private boolean mark(Suspects.Suspect suspect) {
        Footprint.Alone mark = new Footprint.Alone(suspect.polled().offset(), suspect.attempts() + 1);
        return commit(offsets.beginning(suspect.partition(), mark));
    }

    private void workAlone(Suspects.Suspect suspect, boolean isHopeless) {
        if (!suspect.taken().begin()) {
            alone.set(false);
            return;
        }
        var outcome = isHopeless
                ? records.giveUp(suspect.polled(), suspect.attempts())
                : records.on(suspect.polled(), suspect.attempts() + 1);
        var _ = outcome.whenComplete((_, _) -> {
            suspect.taken().finish();
            alone.set(false);
            consumer.wakeup();
        });
    }

    private boolean commit(Map<TopicPartition, OffsetAndMetadata> safe) {
        try {
            undisturbed(() -> consumer.commitSync(safe, COMMIT_PATIENCE));
            return true;
        } catch (RebalanceInProgressException notNow) {
            return false;
        } catch (KafkaException notCommitted) {
            LOG.warnf("lane %s could not commit: %s", intake.tier().label(), notCommitted);
            return false;
        }
    }

    /** The pool wakes the consumer when there is room again; that must not end anything but a poll. */
    private static void undisturbed(Runnable call) {
        while (true) {
            try {
                call.run();
                return;
            } catch (WakeupException disturbed) {
                // there is room again, or the end was asked for: both are noticed right after this
            }
        }
    }

    /** Finishes what was taken, commits it and leaves the group; what was not taken stays for the others. */
    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        try {
            thread.join(DRAIN.plus(COMMIT_PATIENCE).plus(LEAVE_PATIENCE));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() {
        try {
            suspects.abandon();
            leave(System.nanoTime() + DRAIN.toNanos());
        } catch (KafkaException broken) {
            LOG.warnf("lane %s left without a word: %s", intake.tier().label(), broken);
        } finally {
            undisturbed(() -> consumer.close(CloseOptions.timeout(LEAVE_PATIENCE)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)));
        }
    }

    /**
     * Nobody can say how far they came while members of the group change places, and whoever stops to take part in that
     * never can: so this goes on to poll, and takes nothing, until all is done and said.
     */
    private void leave(long endNanos) {
        while (System.nanoTime() - endNanos < 0) {
            Set<TopicPartition> own = offsets.partitions();
            if (offsets.areFinished(own) && sayFarewell(own)) {
                return;
            }
            consumer.pause(consumer.assignment());
            try {
                var _ = consumer.poll(LEAVING_POLL);
            } catch (WakeupException disturbed) {
                // something was finished
            }
        }
        leaveBehind(offsets.partitions());
    }

    private void giveBack(Collection<TopicPartition> revoked) {
        try {
            if (offsets.awaitFinished(revoked, REVOKE_PATIENCE)) {
                var _ = sayFarewell(revoked);
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        leaveBehind(revoked);
    }

    private void leaveBehind(Collection<TopicPartition> partitions) {
        LOG.warnf(
                "lane %s left work unfinished; another worker will do it again",
                intake.tier().label());
        offsets.abandon(partitions);
        var _ = sayFarewell(partitions);
    }

    /** What was answered is on its way before it is committed, so that an answer is never lost with its request. */
    private boolean sayFarewell(Collection<TopicPartition> partitions) {
        publisher.flush();
        return commit(offsets.farewell(partitions, suspects.partitions()));
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            offsets.abandon(revoked);
            giveBack(revoked);
            onPartitionsLost(revoked);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            offsets.abandon(lost);
            offsets.forget(lost);
            suspects.forget(lost);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            metrics.rebalanced();
            if (paused.get() || !running) {
                consumer.pause(assigned);
            }
            if (!running) {
                return; // nothing is taken from them, so they stay as they were left
            }
            Takeover.of(consumer, Set.copyOf(assigned), WorkLane::undisturbed)
                    .forEach((partition, from) -> suspects.inherit(partition, from, limit.get() + MAX_POLL_RECORDS));
        }
    }
}
