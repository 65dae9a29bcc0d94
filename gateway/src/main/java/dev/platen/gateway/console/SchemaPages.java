package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.flow.Work.DescribeSchema;
import dev.platen.contract.flow.Work.ListSchemas;
import dev.platen.contract.id.SchemaName;
import dev.platen.gateway.console.Answer.Refused;
import dev.platen.gateway.console.Answer.Told;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** {@code /console/schemas/}: what is stored, its versions, and how they differ. */
@Singleton
class SchemaPages {
    private static final int PAGE = 100;
    private static final int SHORT = 12;

    /** A drawing brings its own colours; nothing else is in it. */
    private static final String POLICY_OF_DRAWING = "default-src 'none'; style-src 'unsafe-inline'";

    private final ConsolePages console;
    private final Workers workers;
    private final StoredDocuments documents;
    private final GatewayMetrics metrics;

    SchemaPages(ConsolePages console, Workers workers, StoredDocuments documents, GatewayMetrics metrics) {
        this.console = console;
        this.workers = workers;
        this.documents = documents;
        this.metrics = metrics;
    }

    /** Lists schemas, a page at a time. */
    void list(RoutingContext context) {
        page(context, report -> {
            ObjectNode data = Json.object().put("after", Requests.query(context, "after", ""));
            ArrayNode rows = data.putArray("schemas");
            for (JsonNode schema : report.path("schemas")) {
                rows.add(facts(schema));
            }
            data.put("hasDependencies", DependencyGraph.of(report).hasEdges());
            data.put("next", report.path("next").asText());
            console.answer(context, 200, ConsoleDocument.SCHEMAS, data);
        });
    }

    /** Draws which of a page of schemas refer to which. */
    void graph(RoutingContext context) {
        page(context, report -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("content-security-policy", POLICY_OF_DRAWING)
                .end(DependencyGraph.of(report).svg()));
    }

    private void page(RoutingContext context, Consumer<JsonNode> next) {
        String after = Requests.query(context, "after", "");
        if (!after.isEmpty() && !SchemaName.isValid(after)) {
            throw new IllegalArgumentException("after must be the name of a schema, found '%s'".formatted(after));
        }
        workers.ask(context, envelope -> new ListSchemas(envelope, after, PAGE), answer -> told(context, answer, next));
    }

    private void told(RoutingContext context, Answer answer, Consumer<JsonNode> next) {
        switch (answer) {
            case Told(JsonNode report) -> next.accept(report);
            case Refused refused -> Problems.answer(context, metrics, refused.code(), Json.bytes(refused.problem()));
        }
    }

    private static ObjectNode facts(JsonNode schema) {
        ObjectNode facts = schema.deepCopy();
        String digest = schema.path("digest").asText();
        return facts.put("short", digest.substring(0, Math.min(SHORT, digest.length())));
    }

    /** Shows one schema: its versions, and how two of them differ. */
    void show(RoutingContext context) {
        SchemaName name = Requests.name(context);
        workers.ask(
                context,
                envelope -> new DescribeSchema(envelope, name),
                answer -> told(context, answer, report -> compare(context, name, facts(report))));
    }

    /** The versions of the query, or the current one and the one before. */
    private void compare(RoutingContext context, SchemaName name, ObjectNode data) {
        JsonNode versions = data.path("versions");
        String current = data.path("digest").asText();
        String after = Requests.query(context, "to", current);
        String before =
                Requests.query(context, "from", versions.path(1).path("digest").asText(current));
        for (JsonNode version : versions) {
            String digest = version.path("digest").asText();
            if (version instanceof ObjectNode row) {
                row.put("short", digest.substring(0, SHORT))
                        .put("isCurrent", digest.equals(current))
                        .put("isCompared", digest.equals(before))
                        .put("name", name.value());
            }
        }
        documents.read(
                context,
                name.value() + "@" + before,
                older -> documents.read(context, name.value() + "@" + after, newer -> {
                    data.set(
                            "difference",
                            SchemaDifference.between(Json.read(older), Json.read(newer))
                                    .toJson());
                    data.put("from", before.substring(0, SHORT)).put("to", after.substring(0, SHORT));
                    data.put("isSame", before.equals(after));
                    data.put("source", Json.pretty(Json.read(newer)));
                    console.answer(context, 200, ConsoleDocument.SCHEMA, data);
                }));
    }
}
