package dev.platen.transport;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.FormSubmitted;
import dev.platen.contract.flow.LogEntry;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.flow.LogEntry.HeadRemoved;
import dev.platen.contract.flow.LogEntry.PlanRenewed;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.flow.Message;
import dev.platen.contract.flow.Notice;
import dev.platen.contract.flow.Notice.PagesPurged;
import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.contract.flow.Notice.SchemaChanged;
import dev.platen.contract.flow.Notice.SchemaRemoved;
import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.Work.ListSchemas;
import dev.platen.contract.flow.Work.RemoveSchema;
import dev.platen.contract.flow.Work.RenderDocument;
import dev.platen.contract.flow.Work.RenewPlan;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.flow.Work.WithPlan;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.contract.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages on their topics. Thread-safe; shared by everything in a process. The future of a send completes with
 * the offset once the broker has the record, and fails where it has not.
 */
public final class Publisher implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration METADATA_PATIENCE = Duration.ofSeconds(30);
    private static final Duration METADATA_POLL = Duration.ofMillis(5);

    private final Producer<byte[], byte[]> fast;
    private final Producer<byte[], byte[]> safe;
    private final Map<Topic, Integer> partitions = new EnumMap<>(Topic.class);
    private final String source;

    /**
     * Opens two producers, and fetches the metadata of every topic so that the first send does not have to.
     *
     * @param source which part of the system speaks, as a URI reference such as {@code /platen/gateway}
     */
    public Publisher(KafkaClients clients, String source) {
        this.source = source;
        this.fast = clients.fastProducer();
        this.safe = clients.safeProducer();
        for (Topic topic : Topic.values()) {
            partitions.put(topic, awaitPartitions(fast, topic));
        }
    }

    /** The fast producer never waits for metadata, so whoever opens it asks until the metadata is there. */
    private static int awaitPartitions(Producer<byte[], byte[]> producer, Topic topic) {
        long end = System.nanoTime() + METADATA_PATIENCE.toNanos();
        while (true) {
            try {
                return producer.partitionsFor(topic.topicName()).size();
            } catch (TimeoutException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LockSupport.parkNanos(METADATA_POLL.toNanos());
            }
        }
    }

    /** Hands a request to the workers of its tier. */
    public CompletableFuture<Long> send(Work work) {
        return switch (work) {
            case StoreSchema m ->
                ordered(Topic.COMPILE, RecordKeys.head(m.envelope().tenant(), m.name()), m);
            case RemoveSchema m ->
                ordered(Topic.COMPILE, RecordKeys.head(m.envelope().tenant(), m.name()), m);
            case RenewPlan m ->
                ordered(Topic.COMPILE, RecordKeys.head(m.envelope().tenant(), m.name()), m);
            case ListSchemas m -> keyed(Topic.COMPILE, m.envelope().request().value(), m);
            case RenderDocument m -> keyed(Topic.COMPILE, m.envelope().request().value(), m);
            case WithPlan m -> ordered(Topic.RENDER, m.head().plan().hex(), m);
        };
    }

    /** Sends a request whose plan is nowhere to be found to the compiler, which makes the plan again. */
    public CompletableFuture<Long> recompile(WithPlan work) {
        return ordered(
                Topic.COMPILE,
                RecordKeys.head(work.envelope().tenant(), work.head().name()),
                work);
    }

    /** Answers the gateway that asked. */
    public CompletableFuture<Long> reply(Envelope to, Reply reply) {
        byte[] key = bytes(reply.request().value());
        return send(fast, encoded(Topic.REPLIES, to.replyPartition(), key, reply));
    }

    /** Appends to the log of schemas; the offset is the revision. */
    public CompletableFuture<Long> append(LogEntry entry) {
        String head = RecordKeys.head(entry.tenant(), entry.name());
        return switch (entry) {
            case SourceStored stored ->
                append(RecordKeys.source(stored.tenant(), stored.name(), stored.digest()), entry);
            case HeadMoved _ -> append(head, entry);
            case PlanRenewed renewed -> append(RecordKeys.renewal(renewed.tenant(), renewed.name()), entry);
            case HeadRemoved removed -> {
                // A plan that stayed in the log without its head would bring the schema back once the log is compacted.
                var _ = append(RecordKeys.renewal(removed.tenant(), removed.name()), entry);
                yield append(head, entry);
            }
        };
    }

    private CompletableFuture<Long> append(String key, LogEntry entry) {
        int partition = RecordKeys.partition(RecordKeys.head(entry.tenant(), entry.name()), partitions(Topic.SCHEMAS));
        return send(safe, encoded(Topic.SCHEMAS, partition, bytes(key), entry));
    }

    /** Appends to the log of submissions. */
    public CompletableFuture<Long> append(FormSubmitted form) {
        byte[] key = bytes(RecordKeys.head(form.tenant(), form.head().name()));
        return send(safe, encoded(Topic.FORMS, null, key, form));
    }

    /** Tells every instance. */
    public CompletableFuture<Long> announce(Notice notice) {
        return switch (notice) {
            case SchemaChanged m ->
                keyed(Topic.INVALIDATIONS, RecordKeys.head(m.tenant(), m.head().name()), m);
            case PagesPurged m -> keyed(Topic.INVALIDATIONS, RecordKeys.head(m.tenant(), m.name()), m);
            case SchemaRemoved m -> keyed(Topic.INVALIDATIONS, RecordKeys.head(m.tenant(), m.name()), m);
            case PoolSettings m -> keyed(Topic.SETTINGS, m.tier(), m);
        };
    }

    /** Puts a record aside that no worker could make anything of, with the reason and the place it came from. */
    public CompletableFuture<Long> deadLetter(ConsumerRecord<byte[], byte[]> broken, String reason) {
        Headers headers = new RecordHeaders(broken.headers());
        headers.add("platen_reason", bytes(reason));
        headers.add("platen_source", bytes("%s-%d@%d".formatted(broken.topic(), broken.partition(), broken.offset())));
        return send(
                fast,
                new ProducerRecord<>(
                        Topic.DEAD_LETTERS.topicName(), null, null, broken.key(), broken.value(), headers));
    }

    private CompletableFuture<Long> ordered(Topic topic, String key, Message message) {
        int partition = RecordKeys.partition(key, partitions(topic));
        return send(fast, encoded(topic, partition, bytes(key), message));
    }

    /** Partitions that a topic had when this publisher was opened. */
    public int partitions(Topic topic) {
        return Objects.requireNonNull(partitions.get(topic));
    }

    private CompletableFuture<Long> keyed(Topic topic, String key, Message message) {
        return send(fast, encoded(topic, null, bytes(key), message));
    }

    private ProducerRecord<byte[], byte[]> encoded(
            Topic topic, @Nullable Integer partition, byte[] key, Message message) {
        CloudEvents.Encoded encoded = CloudEvents.encode(message, source);
        return new ProducerRecord<>(
                topic.topicName(), partition, null, key, encoded.payload(), List.copyOf(encoded.headers()));
    }

    private static CompletableFuture<Long> send(
            Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> outgoing) {
        CompletableFuture<Long> sent = new CompletableFuture<>();
        var _ = producer.send(outgoing, (metadata, failure) -> {
            if (failure != null) {
                sent.completeExceptionally(failure);
            } else {
                sent.complete(metadata.offset());
            }
        });
        return sent;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends what is still in the buffers, for a few seconds at most. */
    @Override
    public void close() {
        fast.close(CLOSE_PATIENCE);
        safe.close(CLOSE_PATIENCE);
    }
}
