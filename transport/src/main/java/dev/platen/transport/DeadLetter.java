package dev.platen.transport;

import dev.platen.contract.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
    private static final int MAX_REASON = 2_000;

    /** What the added headers may take beside the record. */
    private static final int ROOM = 16 * 1024;

    /** Whether the value of a record was too long to be put aside with it. */
    private static boolean isTooLong(ConsumerRecord<byte[], byte[]> broken) {
        return broken.serializedValueSize() > Topic.MAX_RECORD_BYTES - ROOM;
    }

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> broken, String reason, int attempts) {
        Headers headers = new RecordHeaders(broken.headers());
        String told = isTooLong(broken) ? reason + " (its value is too long to be kept)" : reason;
        add(headers, REASON, told.substring(0, Math.min(told.length(), MAX_REASON)));
        add(headers, SOURCE, "%s-%s@%s".formatted(broken.topic(), broken.partition(), broken.offset()));
        add(headers, ATTEMPTS, Integer.toString(attempts));
        byte @Nullable [] value = isTooLong(broken) ? null : broken.value();
        return new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), null, null, broken.key(), value, headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static DeadLetter read(ConsumerRecord<byte[], byte[]> letter) {
        String attempts = text(letter.headers(), ATTEMPTS);
        return new DeadLetter(
                text(letter.headers(), SOURCE),
                text(letter.headers(), "ce_type"),
                text(letter.headers(), "ce_request"),
                text(letter.headers(), REASON),
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

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
