package dev.platen.transport;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.Message;
import dev.platen.contract.flow.Precondition;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.Work.DescribeSchema;
import dev.platen.contract.flow.Work.ExplainDocument;
import dev.platen.contract.flow.Work.ListSchemas;
import dev.platen.contract.flow.Work.RemoveSchema;
import dev.platen.contract.flow.Work.RenderDocument;
import dev.platen.contract.flow.Work.RenderPage;
import dev.platen.contract.flow.Work.RenewPlan;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.flow.Work.SubmitForm;
import dev.platen.contract.flow.Work.ValidateData;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.transport.Attributes.Reader;
import dev.platen.transport.Attributes.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of {@link CloudEvents} that is about requests to workers. */
final class WorkEvents {
    /** Between ids, none of which has spaces. */
    private static final String SEPARATOR = " ";

    /** What does not fit into an attribute stands beside them: no context of the event, but a second value. */
    private static final String ERRORS = "platen_errors";

    private static final String DIALECT = "platen_dialect";

    private WorkEvents() {}

    /** The attributes of a request. */
    static Writer write(Work work, String source) {
        return switch (work) {
            case StoreSchema m ->
                request("schema.store", source, m.envelope())
                        .with("schema", m.name())
                        .with("ifmatch", m.precondition());
            case RemoveSchema m ->
                request("schema.remove", source, CloudEvents.NONE, m.envelope())
                        .with("schema", m.name())
                        .with("ifmatch", m.precondition());
            case ListSchemas m ->
                request("schemas.list", source, CloudEvents.NONE, m.envelope())
                        .with("after", m.after())
                        .with("limit", m.limit());
            case DescribeSchema m -> about("schema.describe", source, m.envelope(), m.name());
            case RenewPlan m -> about("plan.renew", source, m.envelope(), m.name());
            case RenderDocument m ->
                dialect(presentation(request("document.render", source, m.envelope()), m.presentation()), m.dialect());
            case ExplainDocument m -> dialect(request("document.explain", source, m.envelope()), m.dialect());
            case RenderPage m ->
                presentation(CloudEvents.head(request("page.render", source, m.envelope()), m.head()), m.presentation())
                        .with("page", m.page())
                        .with("part", m.excerpt().part())
                        .with("open", String.join(SEPARATOR, m.excerpt().open()))
                        .beside(ERRORS, m.errors())
                        .with("attempt", m.attempt());
            case SubmitForm m ->
                presentation(
                                CloudEvents.head(request("form.submit", source, m.mediaType(), m.envelope()), m.head()),
                                m.presentation())
                        .with("swap", m.isSwap())
                        .with("attempt", m.attempt());
            case ValidateData m ->
                CloudEvents.head(request("data.validate", source, m.envelope()), m.head())
                        .with("locale", m.locale())
                        .with("accept", m.accept())
                        .with("attempt", m.attempt());
        };
    }

    /** What a request carries. */
    static byte[] payload(Work work) {
        return switch (work) {
            case StoreSchema m -> m.document();
            case RenderDocument m -> m.document();
            case ExplainDocument m -> m.document();
            case RenderPage m -> m.data();
            case SubmitForm m -> m.body();
            case ValidateData m -> m.data();
            case RemoveSchema _, ListSchemas _, DescribeSchema _, RenewPlan _ -> CloudEvents.EMPTY;
        };
    }

    /** Reads a request; empty where the type is that of none. */
    static Optional<Message> read(String type, Reader in, byte[] value) {
        return Optional.ofNullable(work(type, in, value));
    }

    private static @Nullable Work work(String type, Reader in, byte[] value) {
        return switch (type) {
            case "dev.platen.schema.store" ->
                new StoreSchema(envelope(in), CloudEvents.name(in), precondition(in), value);
            case "dev.platen.schema.remove" -> new RemoveSchema(envelope(in), CloudEvents.name(in), precondition(in));
            case "dev.platen.schemas.list" -> new ListSchemas(envelope(in), in.text("after"), in.integer("limit"));
            case "dev.platen.schema.describe" -> new DescribeSchema(envelope(in), CloudEvents.name(in));
            case "dev.platen.plan.renew" -> new RenewPlan(envelope(in), CloudEvents.name(in));
            case "dev.platen.document.render" -> new RenderDocument(envelope(in), presentation(in), dialect(in), value);
            case "dev.platen.document.explain" -> new ExplainDocument(envelope(in), dialect(in), value);
            case "dev.platen.page.render" ->
                new RenderPage(
                        envelope(in),
                        CloudEvents.head(in),
                        new Digest(in.text("page")),
                        presentation(in),
                        excerpt(in),
                        in.beside(ERRORS),
                        value,
                        in.integer("attempt"));
            case "dev.platen.form.submit" -> submitForm(in, value);
            case "dev.platen.data.validate" ->
                new ValidateData(
                        envelope(in),
                        CloudEvents.head(in),
                        in.text("locale"),
                        in.flag("accept"),
                        value,
                        in.integer("attempt"));
            default -> null;
        };
    }

    /** Left out where the document speaks for itself. */
    private static Writer dialect(Writer out, String dialect) {
        return out.beside(DIALECT, dialect.getBytes(StandardCharsets.UTF_8));
    }

    private static String dialect(Reader in) {
        return new String(in.beside(DIALECT), StandardCharsets.UTF_8);
    }

    private static Writer about(String type, String source, Envelope envelope, SchemaName name) {
        return request(type, source, CloudEvents.NONE, envelope).with("schema", name);
    }

    private static Writer request(String type, String source, Envelope envelope) {
        return request(type, source, CloudEvents.JSON, envelope);
    }

    private static Writer request(String type, String source, String contentType, Envelope envelope) {
        return CloudEvents.attributes(
                        type, source, contentType, envelope.request().value())
                .with("request", envelope.request())
                .with("tenant", envelope.tenant())
                .with("deadline", envelope.deadline())
                .with("replypartition", envelope.replyPartition());
    }

    private static Writer presentation(Writer out, Presentation presentation) {
        return out.with("locale", presentation.locale())
                .with("theme", presentation.theme())
                .with("layout", presentation.layout());
    }

    private static Envelope envelope(Reader in) {
        return new Envelope(
                CloudEvents.requestId(in),
                CloudEvents.tenant(in),
                in.instant("deadline"),
                in.integer("replypartition"));
    }

    private static Presentation presentation(Reader in) {
        return new Presentation(in.text("locale"), in.text("theme"), Presentation.Layout.valueOf(in.text("layout")));
    }

    private static Excerpt excerpt(Reader in) {
        String open = in.text("open");
        return Excerpt.of(in.text("part"), open.isEmpty() ? List.of() : List.of(open.split(SEPARATOR, -1)));
    }

    private static Precondition precondition(Reader in) {
        return Precondition.parse(in.text("ifmatch"));
    }

    private static SubmitForm submitForm(Reader in, byte[] value) {
        return new SubmitForm(
                envelope(in),
                CloudEvents.head(in),
                presentation(in),
                in.flag("swap"),
                in.mediaType(),
                value,
                in.integer("attempt"));
    }
}
