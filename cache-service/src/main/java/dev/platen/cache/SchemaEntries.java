package dev.platen.cache;

import dev.platen.contract.flow.LogEntry;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.CloudEvents.Decoded;
import dev.platen.transport.HeadValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        byte[] expected = key(entry).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(expected, key)) {
            return new Outcome.Ignored("the key of the record is not that of its entry");
        }
        return switch (entry) {
            case SourceStored source -> store(source, expected);
            case HeadMoved moved -> new Outcome.Applied(move(expected, new HeadValue(moved.head(), offset)));
        };
    }

    private static String key(LogEntry entry) {
        return switch (entry) {
            case SourceStored source -> RecordKeys.source(source.tenant(), source.name(), source.digest());
            case HeadMoved moved -> RecordKeys.head(moved.tenant(), moved.name());
        };
    }

    private Outcome store(SourceStored source, byte[] key) {
        int length = source.document().length;
        if (length > Limits.DEFAULT.schemaBytes()) {
            return new Outcome.Ignored(
                    "the document has %d bytes, at most %d are stored".formatted(length, Limits.DEFAULT.schemaBytes()));
        }
        if (!Digest.of(source.document()).equals(source.digest())) {
            return new Outcome.Ignored("the document does not have the digest of its record");
        }
        return new Outcome.Applied(
                cache.putIfAbsentAsync(key, source.document()).thenCompose(_ -> DONE));
    }

    /** Compare and set, until this head is stored or a head that is at least as new. */
    private CompletableFuture<@Nullable Void> move(byte[] key, HeadValue head) {
        return cache.getAsync(key).thenCompose(current -> {
            if (current == null) {
                return cache.putIfAbsentAsync(key, head.encode())
                        .thenCompose(other -> other == null ? DONE : move(key, head));
            }
            if (revision(head.head().name(), current) >= head.revision()) {
                return DONE;
            }
            return cache.replaceAsync(key, current, head.encode())
                    .thenCompose(replaced -> replaced ? DONE : move(key, head));
        });
    }

    /** A value that is no head is older than any. */
    private static long revision(SchemaName name, byte[] value) {
        return HeadValue.decode(name, value).map(HeadValue::revision).orElse(-1L);
    }
}
