package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.FormSubmitted;
import dev.platen.contract.flow.LogEntry;
import dev.platen.contract.flow.Message;
import dev.platen.contract.flow.Notice;
import dev.platen.contract.flow.Precondition;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.RequestId;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.ProblemCode;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudEventsTest {
    private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Digest DIGEST = Digest.of(PAYLOAD);
    private static final RequestId REQUEST = new RequestId("0a1b-1");
    private static final TenantId TENANT = new TenantId("acme");
    private static final SchemaHead HEAD = new SchemaHead(new SchemaName("sign-up"), DIGEST, DIGEST);
    private static final Envelope ENVELOPE =
            new Envelope(REQUEST, TENANT, Instant.parse("2026-01-02T03:04:05.678Z"), 3);

    private static final byte[] ERRORS = "{\"/a\": \"is wrong\"}".getBytes(StandardCharsets.UTF_8);
    private static final Dependency OTHER = new Dependency(new SchemaName("address"), DIGEST);
    private static final SchemaFacts FACTS =
            SchemaFacts.upToDate("json-schema", List.of(OTHER, new Dependency(new SchemaName("missing"), null)));

    private static final Excerpt EXCERPT = new Excerpt("root_late", List.of("root_a", "root_ü"));

    static Stream<Message> messages() {
        return Stream.of(
                new Work.StoreSchema(ENVELOPE, HEAD.name(), Precondition.NONE, PAYLOAD),
                new Work.StoreSchema(ENVELOPE, HEAD.name(), new Precondition.OneOf(List.of(DIGEST, DIGEST)), PAYLOAD),
                new Work.RemoveSchema(ENVELOPE, HEAD.name(), Precondition.EXISTS),
                new Work.ListSchemas(ENVELOPE, "sign-up", 9),
                new Work.DescribeSchema(ENVELOPE, HEAD.name()),
                new Work.RenewPlan(ENVELOPE, HEAD.name()),
                new Work.RenderDocument(ENVELOPE, Presentation.DEFAULT, "", PAYLOAD),
                new Work.RenderDocument(ENVELOPE, Presentation.DEFAULT, "json-forms", PAYLOAD),
                new Work.ExplainDocument(ENVELOPE, "component", PAYLOAD),
                new Work.RenderPage(ENVELOPE, HEAD, DIGEST, Presentation.DEFAULT, EXCERPT, ERRORS, PAYLOAD, 1),
                new Work.SubmitForm(
                        ENVELOPE, HEAD, Presentation.DEFAULT, true, "multipart/form-data; boundary=b", PAYLOAD, 1),
                new Work.ValidateData(ENVELOPE, HEAD, "de", true, PAYLOAD, 1),
                new Reply.SchemasAnswered(REQUEST, PAYLOAD),
                new Reply.SchemaStored(REQUEST, HEAD, 42, true, PAYLOAD),
                new Reply.PageChunk(REQUEST, 7, true, true, PAYLOAD),
                new Reply.FormAccepted(REQUEST, PAYLOAD),
                new Reply.DataValidated(REQUEST, false, PAYLOAD),
                new FormSubmitted(TENANT, HEAD, REQUEST, PAYLOAD),
                new Reply.RequestFailed(REQUEST, ProblemCode.SCHEMA_REJECTED, PAYLOAD),
                new LogEntry.SourceStored(TENANT, HEAD.name(), DIGEST, PAYLOAD),
                new LogEntry.HeadMoved(TENANT, HEAD, FACTS),
                new LogEntry.PlanRenewed(TENANT, HEAD, 7, FACTS.failed(List.of(OTHER), "two\n\nparagraphs")),
                new LogEntry.HeadRemoved(TENANT, HEAD.name()),
                new Notice.SchemaRemoved(TENANT, HEAD.name()),
                new Notice.SchemaChanged(TENANT, HEAD),
                new Notice.PagesPurged(TENANT, HEAD.name()),
                new Notice.InstanceReport("gateway", "gateway-1", Map.of("platen.gateway.refused{}", 3.0)),
                new Notice.PoolSettings("render", 2, 64));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldReadWhatItWrote(Message message) {
        // Given
        CloudEvents.Encoded written = CloudEvents.encode(message, "/platen/test");

        // When
        CloudEvents.Decoded read = CloudEvents.decode(new RecordHeaders(written.headers()), written.payload());

        // Then
        assertThat(read).usingRecursiveComparison().isEqualTo(new CloudEvents.Decoded.Read(message));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldBeReadableByTheCloudEventsSdk(Message message) {
        // Given
        CloudEvents.Encoded written = CloudEvents.encode(message, "/platen/test");

        // When
        CloudEvent event = KafkaMessageFactory.createReader(new RecordHeaders(written.headers()), written.payload())
                .toEvent();

        // Then
        assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
        assertThat(event.getType()).startsWith("dev.platen.");
        assertThat(event.getSource()).hasToString("/platen/test");
        assertThat(event.getId()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldGiveAnOutcomeForAnyMutationOfTheHeaders(Message message) {
        // Given
        CloudEvents.Encoded written = CloudEvents.encode(message, "/platen/test");
        Random random = new Random(20260102);

        for (int round = 0; round < 500; round++) {
            Headers mutated = mutate(new RecordHeaders(written.headers()), random);

            // When
            CloudEvents.Decoded read = CloudEvents.decode(mutated, written.payload());

            // Then
            assertThat(read).isNotNull();
        }
    }

    private static Headers mutate(Headers headers, Random random) {
        var all = headers.toArray();
        var victim = all[random.nextInt(all.length)];
        headers.remove(victim.key());
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> headers.add(new RecordHeader(victim.key(), (byte[]) null));
            case 2 -> headers.add(new RecordHeader(victim.key(), new byte[random.nextInt(2000)]));
            default -> {
                byte[] noise = new byte[random.nextInt(80)];
                random.nextBytes(noise);
                headers.add(new RecordHeader(victim.key(), noise));
            }
        }
        return headers;
    }

    @Test
    void shouldSayWhichAttributeIsMissing() {
        // Given
        Headers headers = new RecordHeaders(
                CloudEvents.encode(new Reply.PageChunk(REQUEST, 7, true, false, PAYLOAD), "/platen/test")
                        .headers());
        headers.remove("ce_sequence");

        // When
        CloudEvents.Decoded read = CloudEvents.decode(headers, PAYLOAD);

        // Then
        assertThat(read).isEqualTo(new CloudEvents.Decoded.Unreadable("attribute ce_sequence is missing"));
    }

    @Test
    void shouldRefuseATombstone() {
        // Given
        Headers headers =
                new RecordHeaders(CloudEvents.encode(new LogEntry.HeadMoved(TENANT, HEAD, FACTS), "/platen/test")
                        .headers());

        // When
        CloudEvents.Decoded read = CloudEvents.decode(headers, null);

        // Then
        assertThat(read).isEqualTo(new CloudEvents.Decoded.Unreadable("the record has no value"));
    }
}
