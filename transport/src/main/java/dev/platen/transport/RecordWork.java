package dev.platen.transport;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Message;
import dev.platen.contract.flow.Work;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one record: it is worked on, dropped because nobody waits for it any more, or put aside as a dead
 * letter. Thread-safe.
 */
final class RecordWork {
    private static final Logger LOG = Logger.getLogger(RecordWork.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final CompletableFuture<@Nullable Void> DONE = CompletableFuture.completedFuture(null);

    private final Worker worker;
    private final Claims claims;
    private final Publisher publisher;
    private final WorkerMetrics metrics;
    private final InstantSource clock;
    private final Tracing tracing;

    RecordWork(
            Worker worker,
            Claims claims,
            Publisher publisher,
            WorkerMetrics metrics,
            InstantSource clock,
            Tracing tracing) {
        this.tracing = tracing;
        this.worker = worker;
        this.claims = claims;
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Works on a record.
     *
     * @param attempts how often work on it may have begun, this time included
     * @return complete once nothing is left to do about the record; never fails
     */
    CompletableFuture<@Nullable Void> on(ConsumerRecord<byte[], byte[]> polled, int attempts) {
        try (Scope _ = CurrentRequest.of(polled.headers()).makeCurrent()) {
            return decode(polled, attempts);
        }
    }

    private CompletableFuture<@Nullable Void> decode(ConsumerRecord<byte[], byte[]> polled, int attempts) {
        return switch (CloudEvents.decode(polled.headers(), polled.value())) {
            case CloudEvents.Decoded.Read(Work work) -> on(work, polled, attempts);
            case CloudEvents.Decoded.Read(Message message) ->
                putAside(polled, "a " + message.getClass().getSimpleName() + " is not work", attempts);
            case CloudEvents.Decoded.Unreadable(String reason) -> putAside(polled, reason, attempts);
        };
    }

    private CompletableFuture<@Nullable Void> on(Work work, ConsumerRecord<byte[], byte[]> polled, int attempts) {
        Instant now = clock.instant();
        metrics.waited(Duration.between(Instant.ofEpochMilli(polled.timestamp()), now));
        if (now.isAfter(work.envelope().deadline())) {
            metrics.droppedLate();
            return DONE;
        }
        return switch (claims.redeem(work.envelope().tenant(), polled.headers())) {
            case Claims.Body.Inline _ -> begin(work, polled, attempts);
            case Claims.Body.Redeemed(byte[] body) -> begin(whole(polled, body), polled, attempts);
            case Claims.Body.Malformed _ -> putAside(polled, "attribute ce_dataref is not a claim", attempts);
            case Claims.Body.Lost _ -> {
                worker.refuse(
                        work.envelope(),
                        new Problem(
                                ProblemCode.UNAVAILABLE,
                                "The body of the request was lost on its way to the workers. Send it again."));
                yield DONE;
            }
        };
    }

    /** The record was read before without its body, and what it says of itself has not changed. */
    private static Work whole(ConsumerRecord<byte[], byte[]> polled, byte[] body) {
        if (CloudEvents.decode(polled.headers(), body) instanceof CloudEvents.Decoded.Read(Work work)) {
            return work;
        }
        throw new IllegalStateException("a record cannot be read any more once its body is there");
    }

    private CompletableFuture<@Nullable Void> begin(Work work, ConsumerRecord<byte[], byte[]> polled, int attempts) {
        long started = System.nanoTime();
        try {
            tracing.consume(polled.topic(), polled.headers(), () -> worker.work(work));
            LOG.debugf("%s is done", work.getClass().getSimpleName());
            return DONE;
        } catch (RuntimeException | Error defect) {
            Defect.log(LOG, work.getClass().getSimpleName() + " broke its worker", defect);
            refuse(work.envelope());
            return putAside(polled, "the worker failed: " + defect, attempts);
        } finally {
            metrics.worked(System.nanoTime() - started);
        }
    }

    /** Gives a record up over which one process after the other ended. */
    CompletableFuture<@Nullable Void> giveUp(ConsumerRecord<byte[], byte[]> polled, int attempts) {
        try (Scope _ = CurrentRequest.of(polled.headers()).makeCurrent()) {
            return lost(polled, attempts);
        }
    }

    private CompletableFuture<@Nullable Void> lost(ConsumerRecord<byte[], byte[]> polled, int attempts) {
        LOG.errorf(
                "%s processes ended while they worked on record %s of %s-%s; it becomes a dead letter",
                attempts, polled.offset(), polled.topic(), polled.partition());
        if (CloudEvents.decode(polled.headers(), polled.value()) instanceof CloudEvents.Decoded.Read(Work work)) {
            refuse(work.envelope());
        }
        return putAside(polled, "the process of the worker ended while it worked on this", attempts);
    }

    private void refuse(Envelope envelope) {
        worker.refuse(
                envelope,
                new Problem(
                        ProblemCode.INTERNAL,
                        "The request met a defect; it was put aside as a dead letter and logged."));
    }

    private CompletableFuture<@Nullable Void> putAside(
            ConsumerRecord<byte[], byte[]> polled, String reason, int attempts) {
        metrics.deadLettered();
        CompletableFuture<@Nullable Void> safe = new CompletableFuture<>();
        deadLetter(polled, reason, attempts, safe);
        return safe;
    }

    /** A record is not done with before it is safe among the dead letters, so this is tried until it is. */
    private void deadLetter(
            ConsumerRecord<byte[], byte[]> polled,
            String reason,
            int attempts,
            CompletableFuture<@Nullable Void> safe) {
        Context current = Context.current();
        var _ = publisher.deadLetter(polled, reason, attempts).whenComplete(current.wrapConsumer((_, failure) -> {
            if (failure == null) {
                safe.complete(null);
                return;
            }
            LOG.warnf("record %s cannot be put aside yet: %s", polled.offset(), failure);
            CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(current.wrap(() -> deadLetter(polled, reason, attempts, safe)));
        }));
    }
}
