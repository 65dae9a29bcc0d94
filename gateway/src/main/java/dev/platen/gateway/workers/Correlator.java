package dev.platen.gateway.workers;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Work;
import dev.platen.contract.id.RequestId;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.problem.ProblemJson;
import dev.platen.gateway.GatewayConfig;
import dev.platen.gateway.admission.Admission;
import dev.platen.gateway.admission.AdmissionConfig;
import dev.platen.gateway.http.RequestIds;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.metrics.GatewayMetrics.Refusal;
import dev.platen.transport.Publisher;
import dev.platen.transport.Tracing;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Matches replies with requests. A request is registered before it is sent, so that no reply can come too early; it
 * ends with its last reply, with a failure to send, or with its deadline, whichever is first, and exactly once.
 * Thread-safe; never blocks.
 */
@Singleton
public final class Correlator {
    private static final Duration TICK = Duration.ofMillis(50);

    private final Publisher publisher;
    private final GatewayMetrics metrics;
    private final ReplyPartition partition;
    private final Admission admission;
    private final Duration timeout;
    private final Tracing tracing;
    private final InstantSource clock = InstantSource.system();
    private final RequestIds ids = new RequestIds();
    private final Map<RequestId, Pending> pending = new ConcurrentHashMap<>();
    private final HashedWheelTimer timer;

    Correlator(
            Publisher publisher,
            ReplyPartition partition,
            GatewayConfig config,
            AdmissionConfig limits,
            GatewayMetrics metrics,
            Tracing tracing) {
        this.tracing = tracing;
        this.publisher = publisher;
        this.partition = partition;
        this.admission = new Admission(limits, config.maxInFlight());
        this.timeout = config.requestTimeout();
        this.metrics = metrics;
        this.timer = new HashedWheelTimer(
                new DefaultThreadFactory("platen-timer", true), TICK.toMillis(), TimeUnit.MILLISECONDS);
        metrics.inFlight(admission);
    }

    /**
     * Sends work and passes every reply on, in order, the last one last; failures arrive as replies too. The listener
     * is called on the thread of the reply and must not block.
     */
    public void ask(TenantId tenant, Function<Envelope, Work> work, Consumer<Reply> listener) {
        ask(tenant, Urgency.interactive(), work, listener);
    }

    /**
     * The same, as soon as this. What nobody waits for does not count as work in flight, and how long it takes says nothing
     * about how fast the workers are: its number is bounded by whoever asks.
     */
    public void ask(TenantId tenant, Urgency urgency, Function<Envelope, Work> work, Consumer<Reply> listener) {
        RequestId id = ids.next();
        boolean isCounted = urgency.lane() == Lane.INTERACTIVE;
        Optional<ProblemCode> refusal = isCounted ? admission.refusal(tenant) : admission.batchRefusal(tenant);
        if (refusal.isPresent()) {
            metrics.refused(refusal.get() == ProblemCode.OVERLOADED ? Refusal.IN_FLIGHT : Refusal.TENANT);
            listener.accept(
                    failed(id, refusal.get(), "There is more to do than can be done now. Try again in a second."));
            return;
        }
        metrics.admitted();
        Span span = tracing.begin("ask workers");
        Pending entry = new Pending(listener, isCounted, span);
        Duration patience = urgency.patience(timeout);
        pending.put(id, entry);
        entry.timeout = timer.newTimeout(_ -> deliver(late(id, patience)), patience.toMillis(), TimeUnit.MILLISECONDS);
        Envelope envelope = new Envelope(id, tenant, clock.instant().plus(patience), partition.number());
        try (Scope _ = span.makeCurrent()) {
            send(id, work.apply(envelope), isCounted);
        }
    }

    private void send(RequestId id, Work work, boolean isCounted) {
        var _ = (isCounted ? publisher.send(work) : publisher.sendBatch(work)).whenComplete((_, failure) -> {
            if (failure != null) {
                deliver(failed(
                        id, ProblemCode.UNAVAILABLE, "The request could not be handed to the workers. Try again."));
            }
        });
    }

    /** Takes a reply from the wire. One that nobody waits for any more, or that came before, is dropped. */
    void deliver(Reply reply) {
        Pending entry = pending.get(reply.request());
        if (entry == null || !entry.accept(reply)) {
            return;
        }
        if (reply.isLast() && pending.remove(reply.request(), entry)) {
            entry.span.end();
            if (entry.isCounted) {
                admission.ended(System.nanoTime() - entry.startedNanos, !isLate(reply));
            }
            Timeout running = entry.timeout;
            if (running != null) {
                running.cancel();
            }
        }
    }

    /** Who may come in, and how many are in. */
    public Admission admission() {
        return admission;
    }

    private static boolean isLate(Reply reply) {
        return reply instanceof RequestFailed failed && failed.code() == ProblemCode.DEADLINE_EXCEEDED;
    }

    private static RequestFailed late(RequestId id, Duration patience) {
        return failed(
                id,
                ProblemCode.DEADLINE_EXCEEDED,
                "The workers did not answer within %s. Try again.".formatted(patience));
    }

    private static RequestFailed failed(RequestId id, ProblemCode code, String detail) {
        return new RequestFailed(id, code, ProblemJson.of(new Problem(code, detail)));
    }

    @PreDestroy
    void close() {
        timer.stop();
    }

    /** INVARIANT: the listener sees chunks 0, 1, 2 … and one last reply, whatever is delivered twice or too late. */
    private static final class Pending {
        private final Consumer<Reply> listener;
        private final boolean isCounted;
        private final Span span;
        private final long startedNanos = System.nanoTime();
        private volatile @Nullable Timeout timeout;
        private int next;
        private boolean over;

        Pending(Consumer<Reply> listener, boolean isCounted, Span span) {
            this.span = span;
            this.listener = listener;
            this.isCounted = isCounted;
        }

        /** Whether the reply was news; a page that was rendered twice sends every chunk twice. */
        synchronized boolean accept(Reply reply) {
            if (over || (reply instanceof PageChunk chunk && chunk.sequence() != next)) {
                return false;
            }
            next++;
            over = reply.isLast();
            listener.accept(reply);
            return true;
        }
    }
}
