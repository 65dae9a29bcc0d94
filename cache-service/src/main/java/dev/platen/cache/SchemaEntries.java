package dev.platen.cache;

import dev.platen.contract.flow.LogEntry;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.flow.LogEntry.HeadRemoved;
import dev.platen.contract.flow.LogEntry.PlanRenewed;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.CloudEvents.Decoded;
import dev.platen.transport.HeadEntry;
import dev.platen.transport.HeadValue;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.infinispan.AdvancedCache;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of the log into the cache, so that any order, any repetition and any number of nodes that do it at
 * the same time end in the same entries. Thread-safe, never blocks.
 */
final class SchemaEntries {
    private static final CompletableFuture<@Nullable Void> DONE = CompletableFuture.completedFuture(null);

    private final AdvancedCache<byte[], byte[]> cache;

    SchemaEntries(AdvancedCache<byte[], byte[]> cache) {
        this.cache = cache;
    }

    /** What becomes of a record. */
    sealed interface Outcome {
        /** It is an entry of the log; {@code written} fails where the cluster does not take it. */
        record Applied(CompletableFuture<@Nullable Void> written) implements Outcome {}

        /** It is none, and why. */
        record Ignored(String reason) implements Outcome {}
    }

    /** Starts to write one record, whatever it holds. */
    Outcome apply(ConsumerRecord<byte[], byte[]> logged) {
        return switch (CloudEvents.decode(logged.headers(), logged.value())) {
            case Decoded.Unreadable(String reason) -> new Outcome.Ignored(reason);
            case Decoded.Read(LogEntry entry) -> apply(entry, logged.key(), logged.offset());
            case Decoded.Read _ -> new Outcome.Ignored("the message does not belong into the log of schemas");
        };
    }

    private Outcome apply(LogEntry entry, byte @Nullable [] key, long offset) {
        String found = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        if (entry instanceof HeadRemoved && found.equals(RecordKeys.renewal(entry.tenant(), entry.name()))) {
            return new Outcome.Applied(DONE); // goes with the removal of the head, which follows
        }
        if (!found.equals(key(entry))) {
            return new Outcome.Ignored("the key of the record is not that of its entry");
        }
        return switch (entry) {
            case SourceStored source -> store(source);
            case HeadMoved moved -> moved(entry, HeadValue.stored(moved.head(), offset, moved.facts()));
            case PlanRenewed renewed ->
                moved(entry, new HeadValue(renewed.head(), renewed.revision(), offset, renewed.facts()));
            case HeadRemoved _ -> moved(entry, new HeadEntry.Gone(offset));
        };
    }

    private static String key(LogEntry entry) {
        return switch (entry) {
            case SourceStored source -> RecordKeys.source(source.tenant(), source.name(), source.digest());
            case PlanRenewed renewed -> RecordKeys.renewal(renewed.tenant(), renewed.name());
            case HeadMoved _, HeadRemoved _ -> RecordKeys.head(entry.tenant(), entry.name());
        };
    }

    private Outcome moved(LogEntry entry, HeadEntry value) {
        byte[] key = RecordKeys.head(entry.tenant(), entry.name()).getBytes(StandardCharsets.UTF_8);
        return new Outcome.Applied(move(entry.name(), key, value));
    }

    private Outcome store(SourceStored source) {
        int length = source.document().length;
        if (length > Limits.DEFAULT.schemaBytes()) {
            return new Outcome.Ignored(
                    "the document has %d bytes, at most %d are stored".formatted(length, Limits.DEFAULT.schemaBytes()));
        }
        if (!Digest.of(source.document()).equals(source.digest())) {
            return new Outcome.Ignored("the document does not have the digest of its record");
        }
        return new Outcome.Applied(
                cache.putIfAbsentAsync(key(source).getBytes(StandardCharsets.UTF_8), source.document())
                        .thenCompose(_ -> DONE));
    }

    /** Compare and set, until this entry is stored or one that is at least as new. A value that is no entry is older than any. */
    private CompletableFuture<@Nullable Void> move(SchemaName name, byte[] key, HeadEntry head) {
        return cache.getAsync(key).thenCompose(current -> {
            if (current == null) {
                return cache.putIfAbsentAsync(key, head.encode())
                        .thenCompose(other -> other == null ? DONE : move(name, key, head));
            }
            if (!HeadEntry.decode(name, current).map(head::isNewerThan).orElse(true)) {
                return DONE;
            }
            return cache.replaceAsync(key, current, head.encode())
                    .thenCompose(replaced -> replaced ? DONE : move(name, key, head));
        });
    }
}
