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
import dev.platen.contract.flow.Notice.InstanceReport;
import dev.platen.contract.flow.Notice.PagesPurged;
import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.contract.flow.Notice.SchemaChanged;
import dev.platen.contract.flow.Notice.SchemaRemoved;
import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.Work.DescribeSchema;
import dev.platen.contract.flow.Work.ExplainDocument;
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
import java.util.ArrayList;
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
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages on their topics. Thread-safe; shared by everything in a process. The future of a send completes with
 * the offset once the broker has the record, and fails where it has not.
 */
public final class Publisher implements AutoCloseable {
    private static final byte[] NOTHING = {};
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration METADATA_PATIENCE = Duration.ofSeconds(30);
    private static final Duration METADATA_POLL = Duration.ofMillis(5);

    private final Producer<byte[], byte[]> fast;
    private final Producer<byte[], byte[]> safe;
    private final Map<Topic, Integer> partitions = new EnumMap<>(Topic.class);
    private final String source;
    private final @Nullable Claims claims;

    /**
     * Opens a publisher whose records carry every body themselves.
     *
     * @param source which part of the system speaks, as a URI reference such as {@code /platen/gateway}
     */
    public Publisher(KafkaClients clients, String source) {
        this(clients, source, null);
    }

    /**
     * Opens two producers, and fetches the metadata of every topic so that the first send does not have to.
     *
     * @param source which part of the system speaks, as a URI reference such as {@code /platen/gateway}
     * @param claims where the long bodies of work are left; null where the records carry them themselves
     */
    public Publisher(KafkaClients clients, String source, @Nullable Claims claims) {
        this.source = source;
        this.claims = claims;
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
        return send(work, Topic.RENDER);
    }

    /** Hands a request that nobody waits for to the workers of its tier; it lets those of {@link #send} pass. */
    public CompletableFuture<Long> sendBatch(Work work) {
        return send(work, Topic.RENDER_BATCH);
    }

    private CompletableFuture<Long> send(Work work, Topic render) {
        return switch (work) {
            case StoreSchema m ->
                ordered(Topic.COMPILE, RecordKeys.head(m.envelope().tenant(), m.name()), m);
            case RemoveSchema m ->
                ordered(Topic.COMPILE, RecordKeys.head(m.envelope().tenant(), m.name()), m);
            case RenewPlan m ->
                ordered(Topic.COMPILE, RecordKeys.head(m.envelope().tenant(), m.name()), m);
            case ListSchemas m ->
                hand(Topic.COMPILE, null, m.envelope().request().value(), m);
            case DescribeSchema m ->
                hand(Topic.COMPILE, null, m.envelope().request().value(), m);
            case RenderDocument m ->
                hand(Topic.COMPILE, null, m.envelope().request().value(), m);
            case ExplainDocument m ->
                hand(Topic.COMPILE, null, m.envelope().request().value(), m);
            case WithPlan m -> ordered(render, m.head().plan().hex(), m);
        };
    }

    /** Sends a request whose plan is nowhere to be found to the compiler, which makes the plan again. */
    public CompletableFuture<Long> recompile(WithPlan work) {
        return ordered(
                Topic.COMPILE,
                RecordKeys.head(work.envelope().tenant(), work.head().name()),
                work);
    }

    private CompletableFuture<Long> ordered(Topic topic, String key, Work work) {
        return hand(topic, RecordKeys.partition(key, partitions(topic)), key, work);
    }

    private CompletableFuture<Long> hand(Topic topic, @Nullable Integer partition, String key, Work work) {
        ProducerRecord<byte[], byte[]> whole = encoded(topic, partition, bytes(key), work);
        Claims deposits = claims;
        if (deposits == null || whole.value().length <= Claims.MAX_INLINE_BYTES) {
            return send(fast, whole);
        }
        return deposits.deposit(work.envelope().tenant(), whole.value())
                .thenCompose(claim ->
                        send(fast, claim.map(text -> claimed(whole, text)).orElse(whole)));
    }

    private static ProducerRecord<byte[], byte[]> claimed(ProducerRecord<byte[], byte[]> whole, String claim) {
        Headers headers = new RecordHeaders(whole.headers());
        headers.add(Attributes.PREFIX + Claims.ATTRIBUTE, bytes(claim));
        return new ProducerRecord<>(whole.topic(), whole.partition(), null, whole.key(), NOTHING, headers);
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
            case InstanceReport m -> keyed(Topic.VITALS, m.instance(), m);
        };
    }

    /**
     * Puts a record aside that no worker could make anything of; complete once every replica in sync has it.
     *
     * @param attempts how often a worker has tried
     */
    CompletableFuture<Long> deadLetter(ConsumerRecord<byte[], byte[]> broken, String reason, int attempts) {
        return send(safe, DeadLetter.of(broken, reason, attempts));
    }

    /** Sends a record as it is, where it once was; complete once every replica in sync has it. */
    CompletableFuture<Long> resend(ProducerRecord<byte[], byte[]> outgoing) {
        return send(safe, outgoing);
    }

    /** Waits until everything that was sent has arrived or failed, and whoever waited for it was told. */
    void flush() {
        safe.flush();
        fast.flush(); // last: when a submission has arrived, its answer is sent
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
        List<Header> headers = new ArrayList<>(encoded.headers());
        CurrentRequest.inject(headers);
        Tracing.inject(headers);
        return new ProducerRecord<>(topic.topicName(), partition, null, key, encoded.payload(), headers);
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
        safe.close(CLOSE_PATIENCE); // first: when a submission has arrived, its answer is sent
        fast.close(CLOSE_PATIENCE);
    }
}
