package dev.platen.transport;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Excerpt;
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
import dev.platen.contract.flow.Precondition;
import dev.platen.contract.flow.Presentation;
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
import dev.platen.contract.flow.Work.ListSchemas;
import dev.platen.contract.flow.Work.RemoveSchema;
import dev.platen.contract.flow.Work.RenderDocument;
import dev.platen.contract.flow.Work.RenderPage;
import dev.platen.contract.flow.Work.RenewPlan;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.flow.Work.SubmitForm;
import dev.platen.contract.flow.Work.ValidateData;
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
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String REMOVED = "schema.removed";
    private static final String NONE = "application/octet-stream";
    /** Between ids, none of which has spaces. */
    private static final String SEPARATOR = " ";

    /** What does not fit into an attribute stands beside them: no context of the event, but a second value. */
    private static final String ERRORS = "platen_errors";

    private static final byte[] EMPTY = {};

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
                    case Work work -> of(work, source);
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

    private static Writer of(Work work, String source) {
        return switch (work) {
            case StoreSchema m ->
                request("schema.store", source, m.envelope())
                        .with("schema", m.name())
                        .with("ifmatch", m.precondition());
            case RemoveSchema m ->
                request("schema.remove", source, NONE, m.envelope())
                        .with("schema", m.name())
                        .with("ifmatch", m.precondition());
            case ListSchemas m ->
                request("schemas.list", source, NONE, m.envelope())
                        .with("after", m.after())
                        .with("limit", m.limit());
            case RenewPlan m ->
                request("plan.renew", source, NONE, m.envelope()).with("schema", m.name());
            case RenderDocument m -> presentation(request("document.render", source, m.envelope()), m.presentation());
            case RenderPage m ->
                presentation(head(request("page.render", source, m.envelope()), m.head()), m.presentation())
                        .with("page", m.page())
                        .with("part", m.excerpt().part())
                        .with("open", String.join(SEPARATOR, m.excerpt().open()))
                        .beside(ERRORS, m.errors())
                        .with("attempt", m.attempt());
            case SubmitForm m ->
                presentation(
                                head(request("form.submit", source, m.mediaType(), m.envelope()), m.head()),
                                m.presentation())
                        .with("swap", m.isSwap())
                        .with("attempt", m.attempt());
            case ValidateData m ->
                head(request("data.validate", source, m.envelope()), m.head())
                        .with("locale", m.locale())
                        .with("accept", m.accept())
                        .with("attempt", m.attempt());
        };
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
            case StoreSchema m -> m.document();
            case RenderDocument m -> m.document();
            case RenderPage m -> m.data();
            case SubmitForm m -> m.body();
            case ValidateData m -> m.data();
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
            case RemoveSchema _, ListSchemas _, RenewPlan _, SchemaChanged _, SchemaRemoved _, PagesPurged _ -> EMPTY;
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
            case "dev.platen.schema.store" -> new StoreSchema(envelope(in), name(in), precondition(in), value);
            case "dev.platen.schema.remove" -> new RemoveSchema(envelope(in), name(in), precondition(in));
            case "dev.platen.schemas.list" -> new ListSchemas(envelope(in), in.text("after"), in.integer("limit"));
            case "dev.platen.plan.renew" -> new RenewPlan(envelope(in), name(in));
            case "dev.platen.schemas.answered" -> new SchemasAnswered(requestId(in), value);
            case "dev.platen.document.render" -> new RenderDocument(envelope(in), presentation(in), value);
            case "dev.platen.page.render" ->
                new RenderPage(
                        envelope(in),
                        head(in),
                        new Digest(in.text("page")),
                        presentation(in),
                        excerpt(in),
                        in.beside(ERRORS),
                        value,
                        in.integer("attempt"));
            case "dev.platen.form.submit" -> submitForm(in, value);
            case "dev.platen.data.validate" ->
                new ValidateData(
                        envelope(in), head(in), in.text("locale"), in.flag("accept"), value, in.integer("attempt"));
            case "dev.platen.schema.stored" ->
                new SchemaStored(requestId(in), head(in), in.number("revision"), in.flag("created"), value);
            case "dev.platen.page.chunk" ->
                new PageChunk(requestId(in), in.integer("sequence"), in.flag("last"), in.flag("errors"), value);
            case "dev.platen.form.accepted" -> new FormAccepted(requestId(in), value);
            case "dev.platen.data.validated" -> new DataValidated(requestId(in), in.flag("valid"), value);
            case "dev.platen.request.failed" -> new RequestFailed(requestId(in), code(in), value);
            default -> event(type, in, value);
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

    private static SubmitForm submitForm(Reader in, byte[] value) {
        return new SubmitForm(
                envelope(in),
                head(in),
                presentation(in),
                in.flag("swap"),
                in.mediaType(),
                value,
                in.integer("attempt"));
    }

    private static Writer attributes(String type, String source, String contentType, String id) {
        return Attributes.write("dev.platen." + type, source, id, contentType);
    }

    private static Writer event(String type, String source, String contentType, TenantId tenant) {
        return attributes(type, source, contentType, UUID.randomUUID().toString())
                .with("tenant", tenant);
    }

    private static Writer request(String type, String source, Envelope envelope) {
        return request(type, source, JSON, envelope);
    }

    private static Writer request(String type, String source, String contentType, Envelope envelope) {
        return attributes(type, source, contentType, envelope.request().value())
                .with("request", envelope.request())
                .with("tenant", envelope.tenant())
                .with("deadline", envelope.deadline())
                .with("replypartition", envelope.replyPartition());
    }

    private static Writer reply(String type, String source, String contentType, RequestId request) {
        return attributes(type, source, contentType, UUID.randomUUID().toString())
                .with("request", request);
    }

    private static Writer head(Writer out, SchemaHead head) {
        return out.with("schema", head.name()).with("digest", head.digest()).with("plan", head.plan());
    }

    private static Writer presentation(Writer out, Presentation presentation) {
        return out.with("locale", presentation.locale())
                .with("theme", presentation.theme())
                .with("layout", presentation.layout());
    }

    private static Envelope envelope(Reader in) {
        return new Envelope(requestId(in), tenant(in), in.instant("deadline"), in.integer("replypartition"));
    }

    private static Presentation presentation(Reader in) {
        return new Presentation(in.text("locale"), in.text("theme"), Presentation.Layout.valueOf(in.text("layout")));
    }

    private static Excerpt excerpt(Reader in) {
        String open = in.text("open");
        return Excerpt.of(in.text("part"), open.isEmpty() ? List.of() : List.of(open.split(SEPARATOR, -1)));
    }

    private static SchemaFacts facts(byte[] value) {
        return FactsText.read(new String(value, StandardCharsets.UTF_8));
    }

    private static Precondition precondition(Reader in) {
        return Precondition.parse(in.text("ifmatch"));
    }

    private static SchemaHead head(Reader in) {
        return new SchemaHead(name(in), new Digest(in.text("digest")), new Digest(in.text("plan")));
    }

    private static RequestId requestId(Reader in) {
        return new RequestId(in.text("request"));
    }

    private static TenantId tenant(Reader in) {
        return new TenantId(in.text("tenant"));
    }

    private static SchemaName name(Reader in) {
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
