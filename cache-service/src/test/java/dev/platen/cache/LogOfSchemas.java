package dev.platen.cache;

import dev.platen.contract.flow.LogEntry;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.flow.LogEntry.HeadRemoved;
import dev.platen.contract.flow.LogEntry.PlanRenewed;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.flow.Message;
import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The log of schemas on a real broker, and entries to write to it. */
final class LogOfSchemas implements AutoCloseable {
    static final TenantId TENANT = TenantId.DEFAULT;

    private final KafkaProducer<byte[], byte[]> producer;

    private LogOfSchemas(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static LogOfSchemas open(String bootstrapServers) {
        KafkaClients clients = new KafkaClients(bootstrapServers, Map.of());
        try (Admin admin = clients.admin()) {
            new Topics(admin, (short) 1, InstantSource.system()).ensure(Duration.ofSeconds(20));
        }
        return new LogOfSchemas(clients.safeProducer());
    }

    /** Appends an entry under its own key and gives its offset. */
    long append(LogEntry entry) throws ExecutionException, InterruptedException {
        return append(key(entry), entry);
    }

    /** Appends any message under any key. */
    long append(String key, Message message) throws ExecutionException, InterruptedException {
        CloudEvents.Encoded encoded = CloudEvents.encode(message, "/platen/test");
        return append(key, encoded.headers(), encoded.payload());
    }

    /** Appends whatever it is. */
    long append(String key, List<Header> headers, byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        return producer.send(
                        new ProducerRecord<>(Topic.SCHEMAS.topicName(), 0, null, Remote.bytes(key), value, headers))
                .get()
                .offset();
    }

    static SourceStored source(String name, String document) {
        byte[] bytes = Remote.bytes(document);
        return new SourceStored(TENANT, new SchemaName(name), Digest.of(bytes), bytes);
    }

    static HeadMoved head(String name, String document) {
        Digest digest = Digest.of(Remote.bytes(document));
        return new HeadMoved(
                TENANT,
                new SchemaHead(new SchemaName(name), digest, Digest.of(Remote.bytes("plan"))),
                SchemaFacts.upToDate("json-schema", List.of()));
    }

    static String key(LogEntry entry) {
        return switch (entry) {
            case SourceStored source -> RecordKeys.source(source.tenant(), source.name(), source.digest());
            case PlanRenewed renewed -> RecordKeys.renewal(renewed.tenant(), renewed.name());
            case HeadMoved _, HeadRemoved _ -> RecordKeys.head(entry.tenant(), entry.name());
        };
    }

    @Override
    public void close() {
        producer.close();
    }
}
