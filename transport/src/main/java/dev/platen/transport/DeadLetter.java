package dev.platen.transport;

import dev.platen.contract.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that no worker could make anything of. It keeps its key, its value and its headers; what is known about it
 * is added as headers of its own.
 *
 * @param source where the record was, as {@code topic-partition@offset}; names the dead letter
 * @param type what the record says that it is; empty where it says nothing
 * @param request the request it belongs to; empty where it names none
 * @param reason why it was put aside
 * @param attempts how often a worker has tried
 * @param bytes length of its value
 * @param time when it was put aside
 */
public record DeadLetter(
        String source, String type, String request, String reason, int attempts, int bytes, Instant time) {
    private static final String OWN = "platen_";
    private static final String REASON = OWN + "reason";
    private static final String SOURCE = OWN + "source";
    private static final String ATTEMPTS = OWN + "attempts";
    private static final String TYPE = "ce_type";
    private static final String REQUEST = "ce_request";
    private static final List<String> NAMES = List.of(TYPE, REQUEST);
    private static final int MAX_REASON = 2_000;

    /** Longer than every name that Platen gives, that of a topic with partition and offset among them. */
    private static final int MAX_NAME = 300;

    /** What is added may take this much, and a broker counts a little more for each header. */
    private static final int ROOM = 16 * 1024;

    private static final int PER_HEADER = 16;

    /**
     * The record to put aside, as much of it as a topic takes: without its value where that is too long, and without its
     * key and its headers, except for those that say what it was, where these are too long.
     */
    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> broken, String reason, int attempts) {
        long free = Topic.MAX_RECORD_BYTES - ROOM - length(broken.key()) - length(broken.headers());
        boolean isDescribed = free >= 0;
        boolean isWhole = free >= length(broken.value());
        Headers headers = isDescribed ? new RecordHeaders(broken.headers()) : named(broken.headers());
        String told = isWhole ? reason : reason + " (it is too long to be kept as a whole)";
        add(headers, REASON, told.substring(0, Math.min(told.length(), MAX_REASON)));
        add(headers, SOURCE, "%s-%s@%s".formatted(broken.topic(), broken.partition(), broken.offset()));
        add(headers, ATTEMPTS, Integer.toString(attempts));
        return new ProducerRecord<>(
                Topic.DEAD_LETTERS.topicName(),
                null,
                null,
                isDescribed ? broken.key() : null,
                isWhole ? broken.value() : null,
                headers);
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static long length(Headers headers) {
        long length = 0;
        for (Header header : headers) {
            length += PER_HEADER + 3L * header.key().length() + length(header.value());
        }
        return length;
    }

    private static Headers named(Headers headers) {
        Headers named = new RecordHeaders();
        for (String name : NAMES) {
            Header header = headers.lastHeader(name);
            if (header != null && length(header.value()) <= MAX_REASON) {
                named.add(header);
            }
        }
        return named;
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static DeadLetter read(ConsumerRecord<byte[], byte[]> letter) {
        String attempts = text(letter.headers(), ATTEMPTS, MAX_NAME);
        return new DeadLetter(
                text(letter.headers(), SOURCE, MAX_NAME),
                text(letter.headers(), TYPE, MAX_NAME),
                text(letter.headers(), REQUEST, MAX_NAME),
                text(letter.headers(), REASON, MAX_REASON),
                attempts.matches("\\d{1,6}") ? Integer.parseInt(attempts) : 0,
                Math.max(0, letter.serializedValueSize()),
                Instant.ofEpochMilli(letter.timestamp()));
    }

    /** The topic that the record was on. */
    public String topic() {
        return source.replaceFirst("-\\d+@\\d+$", "");
    }

    /** The headers that the record had before it was put aside. */
    static Headers original(ConsumerRecord<byte[], byte[]> letter) {
        Headers headers = new RecordHeaders(letter.headers());
        for (Header header : letter.headers()) {
            if (header.key().startsWith(OWN)) {
                headers.remove(header.key());
            }
        }
        return headers;
    }

    /** The beginning of a header: whoever wrote the record has chosen how long it is. */
    private static String text(Headers headers, String name, int most) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? ""
                : new String(header.value(), 0, Math.min(header.value().length, most), StandardCharsets.UTF_8);
    }
}
