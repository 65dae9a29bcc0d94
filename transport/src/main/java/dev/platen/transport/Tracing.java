package dev.platen.transport;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Spans of what a request goes through. The context travels in records as the extensions {@code traceparent} and {@code tracestate}
 * of CloudEvents, and within a process with the thread. Spans hold names, numbers and outcomes, and nothing of documents, data or
 * credentials. Without an endpoint nothing of the SDK is loaded and nothing is sent. Thread-safe.
 */
public final class Tracing implements AutoCloseable {
    /** Nothing is traced. */
    public static final Tracing OFF = new Tracing(null, false, () -> {});

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String OUTCOME = "outcome";
    private static final String DESTINATION = "messaging.destination.name";
    private static final String ERROR = "error.type";

    private final @Nullable Tracer kept;
    private final Tracer tracer;
    private final boolean trustsCallers;
    private final Runnable flush;

    /**
     * Traces with a tracer, or not at all.
     *
     * @param kept null where nothing is traced
     * @param trustsCallers whether who asks decides what is traced
     * @param flush sends what has not been sent
     */
    Tracing(@Nullable Tracer kept, boolean trustsCallers, Runnable flush) {
        this.kept = kept;
        this.tracer = kept == null ? TracerProvider.noop().get("platen") : kept;
        this.trustsCallers = trustsCallers;
        this.flush = flush;
    }

    /** Whether anything may be traced. */
    public boolean isOn() {
        return kept != null;
    }

    /** Whether what this thread does at the moment is part of a trace that is kept. */
    public boolean isTraced() {
        return kept != null && Span.current().isRecording();
    }

    /**
     * Begins the span of a request that came over HTTP; as a part of the caller's trace only where callers are trusted.
     *
     * @param header the first value of a header of the request, or null
     */
    public Span begin(String name, Function<String, @Nullable String> header) {
        Context caller = trustsCallers ? W3C.extract(Context.root(), header, new HttpHeaders()) : Context.root();
        return tracer.spanBuilder(name)
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
    }

    /** Begins a span within that of this thread, if that is kept. */
    public Span begin(String name) {
        return isTraced() ? tracer.spanBuilder(name).startSpan() : Span.getInvalid();
    }

    /** Does something as a span of its own within that of this thread, if that is kept. */
    public <T> T within(String name, Supplier<T> work) {
        return isTraced() ? within(begin(name), work) : work.get();
    }

    private static <T> T within(Span span, Supplier<T> work) {
        try (Scope _ = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException | Error defect) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute(ERROR, defect.getClass().getName());
            throw defect;
        } finally {
            span.end();
        }
    }

    /** Tells of a part of the span of this thread that has just ended. */
    public void part(String name, String detail, Instant end, Duration took) {
        if (isTraced()) {
            tracer.spanBuilder(name)
                    .setAttribute("detail", detail)
                    .setStartTimestamp(end.minus(took))
                    .startSpan()
                    .end(end);
        }
    }

    /** Tells of a look-up in what this process remembers, which takes no time worth telling. */
    public void remembered(String cache, boolean isHit) {
        if (isTraced()) {
            tracer.spanBuilder("l1 " + cache)
                    .setAttribute(OUTCOME, isHit ? "hit" : "miss")
                    .startSpan()
                    .end();
        }
    }

    /** Begins the look-up in the cluster's cache, if it is part of a trace that is kept. */
    Span lookUp(String cache) {
        return isTraced() ? begin("l2 " + cache) : Span.getInvalid();
    }

    /** Ends a look-up. */
    static void ended(Span lookUp, String outcome) {
        lookUp.setAttribute(OUTCOME, outcome).end();
    }

    /** Works on a record, as a span of the trace that sent it. */
    void consume(String topic, Headers headers, Runnable work) {
        if (kept == null) {
            work.run();
            return;
        }
        Context sender = W3C.extract(Context.root(), headers, new Extensions());
        if (!Span.fromContext(sender).getSpanContext().isSampled()) {
            work.run();
            return;
        }
        Span span = tracer.spanBuilder("process " + topic)
                .setParent(sender)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute(DESTINATION, topic)
                .startSpan();
        within(span, () -> {
            work.run();
            return topic;
        });
    }

    /** Adds the trace of this thread to the headers of a record, if there is one. */
    static void inject(List<Header> headers) {
        Context current = Context.current();
        if (Span.fromContext(current).getSpanContext().isValid()) {
            W3C.inject(
                    current,
                    headers,
                    (_, key, value) -> headers.add(
                            new RecordHeader(Attributes.PREFIX + key, value.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    /** Sends what has not been sent, for a few seconds at most. */
    @Override
    public void close() {
        flush.run();
    }

    private record HttpHeaders() implements TextMapGetter<Function<String, @Nullable String>> {
        @Override
        public Iterable<String> keys(Function<String, @Nullable String> headers) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable Function<String, @Nullable String> headers, String key) {
            return headers == null ? null : headers.apply(key);
        }
    }

    private record Extensions() implements TextMapGetter<Headers> {
        @Override
        public Iterable<String> keys(Headers headers) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(Attributes.PREFIX + key);
            return header == null || header.value() == null
                    ? null
                    : new String(header.value(), StandardCharsets.US_ASCII);
        }
    }
}
