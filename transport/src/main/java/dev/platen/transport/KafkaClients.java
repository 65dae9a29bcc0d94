package dev.platen.transport;

import dev.platen.contract.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Kafka clients with the settings that the flow relies on; each caller owns and closes what it gets. */
public final class KafkaClients {
    /** An administrator's call that takes longer fails, so that callers with less patience get to decide. */
    private static final int ADMIN_TIMEOUT_MILLIS = 6_000;

    private static final int LOOK_AGAIN_MILLIS = 200;

    private static final int LOG_FETCH_BYTES = 8 * 1024 * 1024;
    private static final long BUFFER_BYTES = 16L * 1024 * 1024;

    private final Map<String, Object> common;
    private final @Nullable String member;

    /** Clients of the brokers that the configuration names. */
    public KafkaClients(KafkaConfig config) {
        this(config.bootstrapServers(), config.properties(), config.member().orElse(null));
    }

    /** Clients of {@code bootstrapServers}, with further properties in Kafka's own names. */
    public KafkaClients(String bootstrapServers, Map<String, String> properties) {
        this(bootstrapServers, properties, null);
    }

    /**
     * Clients of {@code bootstrapServers}, with further properties in Kafka's own names.
     *
     * @param member name among the workers that this process keeps over a restart; null where it has none
     */
    public KafkaClients(String bootstrapServers, Map<String, String> properties, @Nullable String member) {
        this.member = member;
        common = new HashMap<>(properties);
        common.put("bootstrap.servers", bootstrapServers);
        // Where a leader is lost, each of the clients that a request passes looks for the new one, one after the other:
        // with
        // the second that Kafka waits between looks, requests waited several seconds longer than the brokers needed.
        common.put("reconnect.backoff.max.ms", LOOK_AGAIN_MILLIS);
        common.put("retry.backoff.max.ms", LOOK_AGAIN_MILLIS);
    }

    /** Clients of the log of schemas: they hold little of it in memory, and read it from its start where their place is gone. */
    public static KafkaClients ofLog(KafkaConfig config) {
        Map<String, String> properties = new HashMap<>(config.properties());
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(LOG_FETCH_BYTES));
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaClients(config.bootstrapServers(), properties);
    }

    /** What every client is configured with, for clients that are made elsewhere. */
    Map<String, Object> common() {
        return Map.copyOf(common);
    }

    /** An administrator. */
    public Admin admin() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
        return Admin.create(settings);
    }

    /**
     * A producer for records that can be made again: requests, replies, notices. Sent at once, and given up before the
     * caller's own deadline, but not before a lost leader has had time to be replaced. Acknowledged by every replica in
     * sync: no consumer sees a record any sooner, so that it costs no time, and what a leader had for itself would be lost
     * with it. Pieces of a page stay in order when they are sent again.
     *
     * <p>{@code send} never blocks: without room or metadata the returned future fails, so an event loop may call it.
     */
    public KafkaProducer<byte[], byte[]> fastProducer() {
        Map<String, Object> settings = producer();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, 30L * 24 * 60 * 60 * 1000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        return new KafkaProducer<>(settings);
    }

    /** A producer for the log of schemas: idempotent, acknowledged by every replica in sync. */
    public KafkaProducer<byte[], byte[]> safeProducer() {
        Map<String, Object> settings = producer();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(settings);
    }

    private Map<String, Object> producer() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0); // the default of 5 ms would be paid on every hop
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }

    /** A consumer that assigns partitions to itself and commits nothing. */
    public KafkaConsumer<byte[], byte[]> reader() {
        Map<String, Object> settings = consumer();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings);
    }

    /**
     * A member of a group of workers.
     *
     * @param group the group
     * @param maxPollRecords most records of one poll
     */
    public KafkaConsumer<byte[], byte[]> member(String group, int maxPollRecords) {
        Map<String, Object> settings = consumer();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords);
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        if (member != null) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member);
        }
        return new KafkaConsumer<>(settings);
    }

    private Map<String, Object> consumer() {
        Map<String, Object> settings = new HashMap<>(common);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
        return settings;
    }
}
