package dev.platen.standalone;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.FormSubmitted;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.flow.Message;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.RequestId;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.transport.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A record as somebody sends it who may write to the topics and means no good. */
record ForgedRecord(byte[] key, List<Header> headers, byte @Nullable [] value) {
    private static final byte[] NOTHING = {};
    private static final int MEBIBYTE = 1024 * 1024;
    private static final byte[] BINARY = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3, 0x28};
    private static final RequestId REQUEST = new RequestId("forged");
    private static final SchemaHead HEAD =
            new SchemaHead(new SchemaName("forged"), Digest.of(NOTHING), Digest.of(BINARY));

    /** Nothing can be made of them. */
    static List<ForgedRecord> unreadable() {
        Work.RenderPage page = page();
        return List.of(
                new ForgedRecord(NOTHING, List.of(), null),
                new ForgedRecord(BINARY, List.of(), BINARY),
                new ForgedRecord(new byte[MEBIBYTE], List.of(new RecordHeader(" ", null)), BINARY),
                with(page, "ce_type", BINARY),
                with(page, "ce_type", "dev.platen.page.rendered"),
                with(page, "ce_type", "x".repeat(MEBIBYTE)),
                with(page, "ce_tenant", "../default"),
                with(page, "ce_tenant", "default\0other"),
                with(page, "ce_request", "a\r\nb: c"),
                with(page, "ce_request", BINARY),
                with(page, "ce_deadline", "tomorrow"),
                with(page, "ce_deadline", "9".repeat(400)),
                with(page, "ce_replypartition", "-1"),
                with(page, "ce_replypartition", "99999999999999999999"),
                with(page, "ce_plan", "0".repeat(63)),
                with(page, "ce_locale", "en\"><script>"),
                with(page, "ce_layout", "WHOLE"),
                with(page, "ce_attempt", "-2147483648"),
                with(page, "ce_attempt", "4294967296"),
                with(page, "ce_open", "a ".repeat(250) + "\7"),
                with(page, "ce_dataref", "file:///etc/passwd"),
                with(page, "ce_dataref", BINARY),
                heavy(page, 5 * MEBIBYTE, NOTHING),
                heavy(page, 3 * MEBIBYTE, new byte[5 * MEBIBYTE / 2]),
                of(new FormSubmitted(TenantId.DEFAULT, HEAD, REQUEST, BINARY)),
                of(new SourceStored(TenantId.DEFAULT, HEAD.name(), HEAD.digest(), BINARY)),
                of(new PageChunk(REQUEST, Integer.MAX_VALUE, true, true, BINARY)));
    }

    /** They can be read, and what they ask for cannot be done; nobody waits for the answer. */
    static List<ForgedRecord> readable() {
        Work.RenderPage page = page();
        return List.of(
                of(page),
                with(page, "ce_replypartition", "2147483647"),
                with(page, "ce_attempt", "2147483647"),
                with(page, "ce_deadline", "+999999999-12-31T23:59:59Z"),
                with(page, "ce_deadline", "-999999999-01-01T00:00:00Z"),
                with(page, "platen_errors", "[".repeat(MEBIBYTE)),
                of(new Work.SubmitForm(
                        envelope(), HEAD, Presentation.DEFAULT, true, "multipart/form-data", BINARY, 0)));
    }

    private static Work.RenderPage page() {
        return new Work.RenderPage(
                envelope(), HEAD, HEAD.plan(), Presentation.DEFAULT, Excerpt.NONE, NOTHING, BINARY, 0);
    }

    private static Envelope envelope() {
        return new Envelope(REQUEST, TenantId.DEFAULT, Instant.now().plusSeconds(600), 0);
    }

    private static ForgedRecord of(Message message) {
        CloudEvents.Encoded encoded = CloudEvents.encode(message, "/somewhere/else");
        return new ForgedRecord(NOTHING, encoded.headers(), encoded.payload());
    }

    private static ForgedRecord with(Message message, String name, String value) {
        return with(message, name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The last of several headers counts. */
    private static ForgedRecord with(Message message, String name, byte[] value) {
        ForgedRecord whole = of(message);
        List<Header> headers = new ArrayList<>(whole.headers);
        headers.add(new RecordHeader(name, value));
        return new ForgedRecord(whole.key, headers, whole.value);
    }

    /** Unreadable, and so heavy that nothing may be added to it. */
    private static ForgedRecord heavy(Message message, int headerBytes, byte[] value) {
        List<Header> headers = new ArrayList<>(with(message, "ce_tenant", "..").headers);
        headers.add(new RecordHeader("weight", new byte[headerBytes]));
        return new ForgedRecord(NOTHING, headers, value);
    }
}
