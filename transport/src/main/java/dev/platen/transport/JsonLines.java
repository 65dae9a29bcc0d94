package dev.platen.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Writes a line of a log as one object of JSON with the keys of {@link LogKey}, of a bounded length. Thread-safe. */
final class JsonLines extends ExtFormatter {
    /** What is longer is of no use to anybody who reads it. */
    static final int MAX_LENGTH = 16_384;

    private static final JsonFactory JSON = new JsonFactory();

    private final String service;

    JsonLines(String service) {
        this.service = service;
    }

    @Override
    public String format(ExtLogRecord line) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            write(json, LogKey.TIME, line.getInstant().toString());
            write(json, LogKey.LEVEL, line.getLevel().getName());
            write(json, LogKey.SERVICE, service);
            write(json, LogKey.LOGGER, line.getLoggerName());
            write(json, LogKey.THREAD, line.getThreadName());
            write(
                    json,
                    LogKey.REQUEST,
                    CurrentRequest.id().map(Object::toString).orElse(null));
            write(json, LogKey.TRACE, trace().orElse(null));
            write(json, LogKey.MESSAGE, formatMessage(line));
            thrown(json, line.getThrown());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.append('\n').toString();
    }

    private static Optional<String> trace() {
        SpanContext current = Span.current().getSpanContext();
        return current.isValid() ? Optional.of(current.getTraceId()) : Optional.empty();
    }

    private static void thrown(JsonGenerator json, @Nullable Throwable thrown) throws IOException {
        if (thrown == null) {
            return;
        }
        write(json, LogKey.ERROR, thrown.toString());
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        write(json, LogKey.STACK, stack.toString());
    }

    private static void write(JsonGenerator json, LogKey key, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(key.label(), value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value);
        }
    }
}
