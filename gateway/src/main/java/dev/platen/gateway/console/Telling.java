package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.id.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * All that the playground tells about a draft.
 *
 * @param digest under which the draft is kept
 * @param composition the document that it makes
 * @param notice what became of it besides
 */
record Telling(Draft draft, Digest digest, Composition composition, Notice notice) {
    /** A longer source is nothing to be read in a page. */
    private static final int LONGEST_SOURCE = 100_000;

    private static final double NANOS_PER_MILLI = 1e6;

    /** The data of the page where there is none to show. */
    ObjectNode refused(JsonNode problem) {
        JsonNode diagnostics = problem.path("diagnostics");
        ObjectNode data = data();
        ObjectNode result = data.putObject("result").put("isRefused", true);
        result.set(
                "findings",
                diagnostics.isEmpty() ? Findings.problem(problem) : Findings.diagnostics(diagnostics, composition));
        result.put("summary", problem.path("detail").asText());
        return data;
    }

    /** The data of the page that shows what was rendered. */
    ObjectNode rendered(JsonNode report, byte[] html, String source, long nanos, String origin) {
        ObjectNode data = data();
        ObjectNode result = data.putObject("result").put("isRendered", true);
        result.set("findings", Findings.diagnostics(report.path("diagnostics"), composition));
        result.set("validation", Findings.validation(report.path("validation")));
        result.put("preview", "/console/preview/" + digest.hex())
                .put("html", shortened(new String(html, StandardCharsets.UTF_8)))
                .put("explanation", report.path("explanation").asText())
                .put("curl", curl(origin));
        result.set("facts", facts(report, html.length, source, nanos));
        return data;
    }

    private ObjectNode data() {
        ObjectNode data = draft.toJson();
        data.put("link", "/console/?draft=" + digest.hex());
        data.set("notice", notice.toJson());
        return data;
    }

    private static ArrayNode facts(JsonNode report, int bytes, String source, long nanos) {
        JsonNode cost = report.path("cost");
        ArrayNode facts = Json.object().putArray("facts");
        fact(facts, "Dialect", report.path("dialect").asText(), "which was recognised, or chosen");
        fact(facts, "Page", grouped(bytes) + " bytes", "of HTML");
        fact(
                facts,
                "Time",
                String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI),
                source.equals("workers") ? "compiled and rendered by a worker" : "from the cache " + source);
        fact(facts, "Plan", grouped(report.path("planBytes").asLong()) + " bytes", "of instructions and segments");
        fact(facts, "Parts", grouped(cost.path("nodes").asLong()), "of the plan");
        fact(
                facts,
                "At most",
                grouped(cost.path("fixedBytes").asLong()) + " bytes",
                "without data, %s for each run of a list and %s for each byte of data more"
                        .formatted(
                                grouped(cost.path("bytesPerRun").asLong()),
                                grouped(cost.path("bytesPerDataByte").asLong())));
        fact(
                facts,
                "Steps",
                grouped(cost.path("fixedSteps").asLong()),
                "at most, and %s for each run of a list"
                        .formatted(grouped(cost.path("stepsPerRun").asLong())));
        return facts;
    }

    private static void fact(ArrayNode facts, String name, String value, String note) {
        facts.addObject().put("name", name).put("value", value).put("note", note);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String shortened(String html) {
        return html.length() <= LONGEST_SOURCE ? html : html.substring(0, LONGEST_SOURCE) + "\n…";
    }

    /** The same for a terminal; the delimiter ends the document, which is one line after the other of JSON. */
    private String curl(String origin) {
        return "curl --json @- '%s/v1/render?theme=%s&locale=%s%s' <<'PLATEN'\n%s\nPLATEN\n"
                .formatted(
                        origin,
                        draft.theme(),
                        draft.locale(),
                        draft.dialect().isEmpty() ? "" : "&dialect=" + draft.dialect(),
                        composition.text().strip());
    }
}
