package dev.platen.transport;

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
import dev.platen.contract.flow.Reply.DataValidated;
import dev.platen.contract.flow.Reply.FormAccepted;
import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Reply.SchemaStored;
import dev.platen.contract.flow.Reply.SchemasAnswered;
import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.RequestId;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.transport.Attributes.Reader;
import dev.platen.transport.Attributes.UnreadableRecord;
import dev.platen.transport.Attributes.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows how a message looks as a Kafka record: a CloudEvent 1.0 in binary mode, whose payload is
 * the raw document, data or HTML. Pure and thread-safe.
 */
public final class CloudEvents {
    static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String REMOVED = "schema.removed";
    static final String NONE = "application/octet-stream";
    static final byte[] EMPTY = {};

    private CloudEvents() {}

    /**
     * A message in the form of a record.
     *
     * @param headers the context attributes
     * @param payload the value; null for a tombstone, after which the log may forget what the key held
     */
    public record Encoded(List<Header> headers, byte @Nullable [] payload) {}

    /** What came out of a record. */
    public sealed interface Decoded {
        /** A message of ours. */
        record Read(Message message) implements Decoded {}

        /** Not a message of ours, and why. */
        record Unreadable(String reason) implements Decoded {}
    }

    /**
     * Encodes a message.
     *
     * @param source which part of the system says it, as a URI reference such as {@code /platen/gateway}
     */
    public static Encoded encode(Message message, String source) {
        Writer attributes =
                switch (message) {
                    case Work work -> WorkEvents.write(work, source);
                    case Reply reply -> of(reply, source);
                    case LogEntry entry -> of(entry, source);
                    case FormSubmitted form ->
                        head(
                                        attributes(
                                                "form.submitted",
                                                source,
                                                JSON,
                                                form.request().value()),
                                        form.head())
                                .with("tenant", form.tenant())
                                .with("request", form.request());
                    case Notice notice -> of(notice, source);
                };
        return new Encoded(attributes.headers(), payload(message));
    }

    private static Writer of(Reply reply, String source) {
        return switch (reply) {
            case SchemaStored m ->
                head(reply("schema.stored", source, JSON, m.request()), m.head())
                        .with("revision", m.revision())
                        .with("created", m.created());
            case SchemasAnswered m -> reply("schemas.answered", source, JSON, m.request());
            case PageChunk m ->
                reply("page.chunk", source, HTML, m.request())
                        .with("sequence", m.sequence())
                        .with("last", m.isLast())
                        .with("errors", m.hasErrors());
            case FormAccepted m -> reply("form.accepted", source, HTML, m.request());
            case DataValidated m ->
                reply("data.validated", source, JSON, m.request()).with("valid", m.valid());
            case RequestFailed m ->
                reply("request.failed", source, PROBLEM, m.request())
                        .with("code", m.code().label());
        };
    }

    private static Writer of(LogEntry entry, String source) {
        return switch (entry) {
            case SourceStored m ->
                event("schema.source", source, JSON, m.tenant())
                        .with("schema", m.name())
                        .with("digest", m.digest());
            case HeadMoved m -> head(event("schema.head", source, TEXT, m.tenant()), m.head());
            case PlanRenewed m ->
                head(event("schema.renewed", source, TEXT, m.tenant()), m.head())
                        .with("revision", m.revision());
            case HeadRemoved m -> event(REMOVED, source, NONE, m.tenant()).with("schema", m.name());
        };
    }

    private static Writer of(Notice notice, String source) {
        return switch (notice) {
            case SchemaChanged m -> head(event("schema.changed", source, NONE, m.tenant()), m.head());
            case PagesPurged m ->
                event("pages.purged", source, NONE, m.tenant()).with("schema", m.name());
            case SchemaRemoved m ->
                event("schema.forgotten", source, NONE, m.tenant()).with("schema", m.name());
            case PoolSettings m ->
                attributes("pool.settings", source, JSON, UUID.randomUUID().toString())
                        .with("tier", m.tier());
            case InstanceReport m ->
                attributes("instance.report", source, JSON, UUID.randomUUID().toString())
                        .with("service", m.service())
                        .with("instance", m.instance());
        };
    }

    private static byte @Nullable [] payload(Message message) {
        return switch (message) {
            case Work m -> WorkEvents.payload(m);
            case SchemaStored m -> m.report();
            case PageChunk m -> m.html();
            case FormAccepted m -> m.html();
            case DataValidated m -> m.report();
            case RequestFailed m -> m.problem();
            case FormSubmitted m -> m.data();
            case SourceStored m -> m.document();
            case PoolSettings m -> PoolSettingsJson.write(m);
            case InstanceReport m -> FiguresJson.write(m.figures());
            case HeadMoved m -> FactsText.write(m.facts()).getBytes(StandardCharsets.UTF_8);
            case PlanRenewed m -> FactsText.write(m.facts()).getBytes(StandardCharsets.UTF_8);
            case SchemasAnswered m -> m.report();
            case HeadRemoved _ -> null;
            case SchemaChanged _, SchemaRemoved _, PagesPurged _ -> EMPTY;
        };
    }

    /**
     * Decodes a record. Whatever the record holds, the outcome is a value, never an exception.
     *
     * @param value the value of the record; null (a tombstone) is readable where it says what was removed
     */
    public static Decoded decode(Headers headers, byte @Nullable [] value) {
        try {
            Reader in = new Reader(headers);
            return new Decoded.Read(value == null ? tombstone(in) : message(in, value));
        } catch (UnreadableRecord | IllegalArgumentException | ArithmeticException | DateTimeException reason) {
            return new Decoded.Unreadable(String.valueOf(reason.getMessage()));
        }
    }

    private static Message tombstone(Reader in) {
        if (!in.text("type").equals("dev.platen." + REMOVED)) {
            throw new UnreadableRecord("the record has no value");
        }
        return new HeadRemoved(tenant(in), name(in));
    }

    private static Message message(Reader in, byte[] value) {
        String type = in.text("type");
        return switch (type) {
            case "dev.platen.schemas.answered" -> new SchemasAnswered(requestId(in), value);
            case "dev.platen.schema.stored" ->
                new SchemaStored(requestId(in), head(in), in.number("revision"), in.flag("created"), value);
            case "dev.platen.page.chunk" ->
                new PageChunk(requestId(in), in.integer("sequence"), in.flag("last"), in.flag("errors"), value);
            case "dev.platen.form.accepted" -> new FormAccepted(requestId(in), value);
            case "dev.platen.data.validated" -> new DataValidated(requestId(in), in.flag("valid"), value);
            case "dev.platen.request.failed" -> new RequestFailed(requestId(in), code(in), value);
            default -> WorkEvents.read(type, in, value).orElseGet(() -> event(type, in, value));
        };
    }

    /** What nobody waits for: records of the logs, and notices. */
    private static Message event(String type, Reader in, byte[] value) {
        return switch (type) {
            case "dev.platen.form.submitted" -> new FormSubmitted(tenant(in), head(in), requestId(in), value);
            case "dev.platen.schema.source" ->
                new SourceStored(tenant(in), name(in), new Digest(in.text("digest")), value);
            case "dev.platen.schema.head" -> new HeadMoved(tenant(in), head(in), facts(value));
            case "dev.platen.schema.renewed" ->
                new PlanRenewed(tenant(in), head(in), in.number("revision"), facts(value));
            case "dev.platen.schema.forgotten" -> new SchemaRemoved(tenant(in), name(in));
            case "dev.platen.schema.changed" -> new SchemaChanged(tenant(in), head(in));
            case "dev.platen.pages.purged" -> new PagesPurged(tenant(in), name(in));
            case "dev.platen.instance.report" ->
                new InstanceReport(in.text("service"), in.text("instance"), FiguresJson.read(value));
            case "dev.platen.pool.settings" -> PoolSettingsJson.read(in.text("tier"), value);
            default -> throw new UnreadableRecord("ce_type '%s' is not known here".formatted(type));
        };
    }

    static Writer attributes(String type, String source, String contentType, String id) {
        return Attributes.write("dev.platen." + type, source, id, contentType);
    }

    private static Writer event(String type, String source, String contentType, TenantId tenant) {
        return attributes(type, source, contentType, UUID.randomUUID().toString())
                .with("tenant", tenant);
    }

    private static Writer reply(String type, String source, String contentType, RequestId request) {
        return attributes(type, source, contentType, UUID.randomUUID().toString())
                .with("request", request);
    }

    static Writer head(Writer out, SchemaHead head) {
        return out.with("schema", head.name()).with("digest", head.digest()).with("plan", head.plan());
    }

    private static SchemaFacts facts(byte[] value) {
        return FactsText.read(new String(value, StandardCharsets.UTF_8));
    }

    static SchemaHead head(Reader in) {
        return new SchemaHead(name(in), new Digest(in.text("digest")), new Digest(in.text("plan")));
    }

    static RequestId requestId(Reader in) {
        return new RequestId(in.text("request"));
    }

    static TenantId tenant(Reader in) {
        return new TenantId(in.text("tenant"));
    }

    static SchemaName name(Reader in) {
        return new SchemaName(in.text("schema"));
    }

    private static ProblemCode code(Reader in) {
        String label = in.text("code");
        for (ProblemCode code : ProblemCode.values()) {
            if (code.label().equals(label)) {
                return code;
            }
        }
        throw new UnreadableRecord("ce_code '%s' is not known here".formatted(label));
    }
}
