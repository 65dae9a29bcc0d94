package dev.platen.transport;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The context attributes of one CloudEvent as Kafka headers in binary mode ({@code ce_} + name; CloudEvents Kafka
 * protocol binding 1.0.2, section 3.2). Reading is strict: what is missing or malformed throws
 * {@link UnreadableRecord}.
 */
final class Attributes {
    static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final int MAX_LENGTH = 512;
    private static final byte[] NOTHING = {};

    private Attributes() {}

    static Writer write(String type, String source, String id, String contentType) {
        return new Writer()
                .raw(CONTENT_TYPE, contentType)
                .with("specversion", "1.0")
                .with("type", type)
                .with("source", source)
                .with("id", id);
    }

    static final class Writer {
        private final List<Header> headers = new ArrayList<>();

        private Writer raw(String name, String value) {
            headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        Writer with(String name, Object value) {
            return raw(PREFIX + name, value.toString());
        }

        /** Adds a value that is no attribute, if there is one. */
        Writer beside(String name, byte[] value) {
            if (value.length > 0) {
                headers.add(new RecordHeader(name, value));
            }
            return this;
        }

        List<Header> headers() {
            return headers;
        }
    }

    /** Reads the attributes of one record. */
    record Reader(Headers headers) {
        String text(String name) {
            return header(PREFIX + name);
        }

        /** Of the payload. */
        String mediaType() {
            return header(CONTENT_TYPE);
        }

        private String header(String name) {
            Header header = headers.lastHeader(name);
            if (header == null || header.value() == null) {
                throw new UnreadableRecord("attribute %s is missing".formatted(name));
            }
            if (header.value().length > MAX_LENGTH) {
                throw new UnreadableRecord("attribute %s has %d bytes, at most %d are read"
                        .formatted(name, header.value().length, MAX_LENGTH));
            }
            return new String(header.value(), StandardCharsets.UTF_8);
        }

        /** A value that is no attribute; empty where there is none. */
        byte[] beside(String name) {
            Header header = headers.lastHeader(name);
            return header == null || header.value() == null ? NOTHING : header.value();
        }

        long number(String name) {
            try {
                return Long.parseLong(text(name));
            } catch (NumberFormatException notANumber) {
                throw new UnreadableRecord("attribute ce_%s is not a whole number".formatted(name), notANumber);
            }
        }

        int integer(String name) {
            return Math.toIntExact(number(name));
        }

        boolean flag(String name) {
            return switch (text(name)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new UnreadableRecord("attribute ce_%s is neither true nor false".formatted(name));
            };
        }

        Instant instant(String name) {
            return Instant.parse(text(name));
        }
    }

    /** A record that is not a message of ours, with the reason; becomes a dead letter. */
    static final class UnreadableRecord extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableRecord(String reason) {
            super(reason);
        }

        UnreadableRecord(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
