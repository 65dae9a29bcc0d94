package dev.platen.cache;

import static dev.platen.cache.LogOfSchemas.head;
import static dev.platen.cache.LogOfSchemas.key;
import static dev.platen.cache.LogOfSchemas.source;
import static dev.platen.cache.Remote.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.LogEntry;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.flow.LogEntry.HeadRemoved;
import dev.platen.contract.flow.LogEntry.PlanRenewed;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.flow.Message;
import dev.platen.contract.flow.Notice.SchemaChanged;
import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.id.Digest;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.transport.CacheName;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.HeadEntry;
import dev.platen.transport.HeadValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SchemaEntriesTest {
    private static final HeadMoved OLD = head("person", "{}");
    private static final HeadMoved NEW = head("person", "{\"type\":\"object\"}");

    private final CacheNode node = CacheNode.start(Configs.anyPort(Map.of()));
    private final SchemaEntries entries = new SchemaEntries(node.cache(CacheName.SCHEMAS));

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void shouldStoreADocumentAsItIs() {
        // Given
        SourceStored source = source("person", "{\"type\":\"object\"}");

        // When
        apply(source, 7);

        // Then
        assertThat(node.cache(CacheName.SCHEMAS).get(bytes(key(source)))).isEqualTo(source.document());
    }

    @Test
    void shouldMoveAHeadForward() {
        // When
        apply(OLD, 1);
        apply(NEW, 2);

        // Then
        assertThat(current()).contains(value(NEW, 2));
    }

    @Test
    void shouldNeverMoveAHeadBack() {
        // When
        apply(NEW, 2);
        apply(OLD, 1);

        // Then
        assertThat(current()).contains(value(NEW, 2));
    }

    @Test
    void shouldReplaceAValueThatIsNoHead() {
        // Given
        node.cache(CacheName.SCHEMAS).put(bytes(key(OLD)), bytes("9 no head"));

        // When
        apply(OLD, 1);

        // Then
        assertThat(current()).contains(value(OLD, 1));
    }

    @Test
    void shouldEndWithTheNewestOfManyHeadsAtTheSameTime() {
        // When
        CompletableFuture<?>[] writes = IntStream.of(5, 3, 9, 1, 8, 2, 7, 4, 6)
                .mapToObj(offset -> entries.apply(logged(key(NEW), offset == 9 ? NEW : OLD, offset)))
                .map(outcome -> ((SchemaEntries.Outcome.Applied) outcome).written())
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(writes).join();

        // Then
        assertThat(current()).contains(value(NEW, 9));
    }

    @Test
    void shouldEndTheSameWayInEveryOrder() {
        // Given
        SchemaFacts facts = OLD.facts().failed(List.of(), "it does not compile");
        List<Map.Entry<LogEntry, Long>> log = List.of(
                Map.entry(OLD, 1L),
                Map.entry(new PlanRenewed(OLD.tenant(), OLD.head(), 1, facts), 2L),
                Map.entry(NEW, 3L),
                Map.entry(new PlanRenewed(OLD.tenant(), OLD.head(), 1, facts), 4L),
                Map.entry(new PlanRenewed(NEW.tenant(), NEW.head(), 3, facts), 5L));
        Random random = new Random(20260102);

        for (int round = 0; round < 50; round++) {
            List<Map.Entry<LogEntry, Long>> shuffled = new ArrayList<>(log);
            Collections.shuffle(shuffled, random);
            node.cache(CacheName.SCHEMAS).clear();

            // When
            shuffled.forEach(entry -> apply(entry.getKey(), entry.getValue()));

            // Then
            assertThat(current()).contains(new HeadValue(NEW.head(), 3, 5, facts));
        }
    }

    @Test
    void shouldRememberThatANameWasRemoved() {
        // Given
        HeadRemoved removed = new HeadRemoved(OLD.tenant(), OLD.name());
        apply(OLD, 1);

        // When
        apply(removed, 3);
        apply(NEW, 2);
        SchemaEntries.Outcome ofTheRenewal =
                entries.apply(logged(RecordKeys.renewal(OLD.tenant(), OLD.name()), removed, 2));

        // Then
        assertThat(current()).contains(new HeadEntry.Gone(3));
        assertThat(ofTheRenewal).isInstanceOf(SchemaEntries.Outcome.Applied.class);
    }

    @TestFactory
    Stream<DynamicTest> shouldIgnore() {
        SourceStored source = source("person", "{}");
        SourceStored forged = new SourceStored(source.tenant(), source.name(), Digest.of(bytes("other")), bytes("{}"));
        SourceStored huge = source("person", " ".repeat(Limits.DEFAULT.schemaBytes() + 1));
        return Map.of(
                        "a record without headers",
                        record(key(source), new RecordHeaders(), bytes("{}")),
                        "a message of another topic",
                        logged(key(OLD), new SchemaChanged(OLD.tenant(), OLD.head()), 1),
                        "an entry under another key",
                        logged("default/other", OLD, 1),
                        "a document with another digest",
                        logged(key(forged), forged, 1),
                        "a document above the limit",
                        logged(key(huge), huge, 1))
                .entrySet()
                .stream()
                .map(hostile -> DynamicTest.dynamicTest(hostile.getKey(), () -> {
                    assertThat(entries.apply(hostile.getValue())).isInstanceOf(SchemaEntries.Outcome.Ignored.class);
                    assertThat(node.cache(CacheName.SCHEMAS)).isEmpty();
                }));
    }

    private void apply(LogEntry entry, long offset) {
        switch (entries.apply(logged(key(entry), entry, offset))) {
            case SchemaEntries.Outcome.Applied(var written) -> written.join();
            case SchemaEntries.Outcome.Ignored(String reason) -> throw new AssertionError(reason);
        }
    }

    private static HeadEntry value(HeadMoved moved, long revision) {
        return HeadValue.stored(moved.head(), revision, moved.facts());
    }

    private Optional<HeadEntry> current() {
        byte[] value = node.cache(CacheName.SCHEMAS).get(bytes(key(OLD)));
        return Optional.ofNullable(value).flatMap(found -> HeadEntry.decode(OLD.name(), found));
    }

    private static ConsumerRecord<byte[], byte[]> logged(String key, Message message, long offset) {
        CloudEvents.Encoded encoded = CloudEvents.encode(message, "/platen/test");
        return new ConsumerRecord<>(
                "platen.schemas",
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                bytes(key),
                encoded.payload(),
                new RecordHeaders(encoded.headers()),
                Optional.empty());
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, RecordHeaders headers, byte[] value) {
        return new ConsumerRecord<>(
                "platen.schemas",
                0,
                1,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                bytes(key),
                value,
                headers,
                Optional.empty());
    }
}
