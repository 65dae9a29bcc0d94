package dev.platen.transport;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Spans of what a request goes through. The context travels in records as the extensions {@code traceparent} and {@code tracestate}
 * of CloudEvents, and within a process with the thread. Without an endpoint nothing of the SDK is loaded and nothing is
 * sent. Thread-safe.
 */
public final class Tracing implements AutoCloseable {
    /** The headers of a request. */
    public interface HttpHeaders {
        /** The first value of a header, or null. */
        @Nullable String get(String name);
    }

    /** Nothing is traced. */
    public static final Tracing OFF = new Tracing(TracerProvider.noop().get("platen"), false, () -> {});

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<Headers> EXTENSIONS = new TextMapGetter<>() {
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
    };

    private static final TextMapGetter<HttpHeaders> HTTP = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpHeaders headers) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable HttpHeaders headers, String key) {
            return headers == null ? null : headers.get(key);
        }
    };

    private final Tracer tracer;
    private final boolean isOn;
    private final Runnable flush;

    Tracing(Tracer tracer, boolean isOn, Runnable flush) {
        this.tracer = tracer;
        this.isOn = isOn;
        this.flush = flush;
    }

    /** Whether anything may be traced. */
    public boolean isOn() {
        return isOn;
    }

    /** Whether what this thread does at the moment is part of a trace that is kept. */
    public boolean isTraced() {
        return isOn && Span.current().isRecording();
    }

    /** Begins the span of a request that came over HTTP, as a part of the caller's trace where its headers name one. */
    public Span begin(String name, HttpHeaders headers) {
        Context caller = W3C.extract(Context.root(), headers, HTTP);
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
        if (!isTraced()) {
            return work.get();
        }
        Span span = begin(name);
        try (Scope _ = span.makeCurrent()) {
            return work.get();
        } finally {
            span.end();
        }
    }

    /** Tells of a part of the span of this thread that has just ended. */
    public void part(String name, String detail, Instant end, Duration took) {
        tracer.spanBuilder(name)
                .setAttribute("detail", detail)
                .setStartTimestamp(end.minus(took))
                .startSpan()
                .end(end);
    }

    /** Notes in the span of this thread that something happened. */
    public void note(String event) {
        if (isOn) {
            Span.current().addEvent(event);
        }
    }

    /** Works on a record, as a span of the trace that sent it. */
    void consume(String name, Headers headers, Runnable work) {
        if (!isOn) {
            work.run();
            return;
        }
        Context sender = W3C.extract(Context.root(), headers, EXTENSIONS);
        if (!Span.fromContext(sender).getSpanContext().isSampled()) {
            work.run();
            return;
        }
        Span span = tracer.spanBuilder(name)
                .setParent(sender)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }

    /** Adds the trace of this thread to the headers of a record, if there is one. */
    static void inject(List<Header> headers) {
        if (Span.current().getSpanContext().isValid()) {
            W3C.inject(
                    Context.current(),
                    headers,
                    (carrier, key, value) -> {
                        if (carrier != null) {
                            carrier.add(new RecordHeader(
                                    Attributes.PREFIX + key, value.getBytes(StandardCharsets.US_ASCII)));
                        }
                    });
        }
    }

    /** Sends what has not been sent, for a few seconds at most. */
    @Override
    public void close() {
        flush.run();
    }
}
