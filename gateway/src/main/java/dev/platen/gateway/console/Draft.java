package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Presentation.Layout;
import java.util.List;
import java.util.Set;

/**
 * What the playground holds.
 *
 * @param document the schema, or a whole document
 * @param hints a uiSchema or uischema; may be blank
 * @param data may be blank
 * @param dialect how to read it; empty for the one that it looks like
 * @param theme how the page looks
 * @param locale the language of the page
 * @param name what it is to be stored as; may be blank
 */
record Draft(String document, String hints, String data, String dialect, String theme, String locale, String name) {
    private static final Set<String> DIALECTS = Set.of("", "json-schema", "json-forms", "component", "element");
    private static final Set<String> THEMES = Set.of("plain", "bootstrap");
    private static final String DATA = "data";
    private static final List<String> HINTS = List.of("uiSchema", "uischema");

    /** Refuses what no control of the playground offers. */
    Draft {
        if (!DIALECTS.contains(dialect) || !THEMES.contains(theme)) {
            throw new IllegalArgumentException(
                    "the playground has no dialect '%s' or no theme '%s'".formatted(dialect, theme));
        }
        var _ = new Presentation(locale, theme, Layout.PAGE); // refuses a locale that is none
    }

    /** As the form of the playground posts it. */
    static Draft of(Fields fields) {
        String dialect = fields.property("dialect");
        return new Draft(
                fields.property("document"),
                fields.property("hints"),
                fields.property(DATA),
                dialect.equals("auto") ? "" : dialect,
                or(fields.property("theme"), "plain"),
                or(fields.property("locale"), "en"),
                fields.property("name").strip());
    }

    private static String or(String value, String fallback) {
        return value.isEmpty() ? fallback : value;
    }

    /** Takes a document apart, so that each of its parts can be edited on its own. */
    static Draft of(JsonNode document, String name) {
        ObjectNode rest = document instanceof ObjectNode object ? object.deepCopy() : Json.object();
        String data = taken(rest, DATA);
        boolean isWrapped = rest.path("schema").isObject() && HINTS.containsAll(namesBesideSchema(rest));
        String hints = isWrapped ? taken(rest, HINTS.get(0)) + taken(rest, HINTS.get(1)) : "";
        JsonNode own = isWrapped ? rest.path("schema") : rest;
        JsonNode shown = document.isObject() ? own : document;
        return new Draft(Json.pretty(shown), hints, data, "", "plain", "en", name);
    }

    private static Set<String> namesBesideSchema(ObjectNode document) {
        ObjectNode others = document.deepCopy();
        others.remove("schema");
        return Set.copyOf(
                others.properties().stream().map(member -> member.getKey()).toList());
    }

    private static String taken(ObjectNode from, String name) {
        JsonNode value = from.remove(name);
        return value == null ? "" : Json.pretty(value);
    }

    /** How its page is to look and read. */
    Presentation presentation() {
        return new Presentation(locale, theme, Layout.PAGE);
    }

    /** As the playground's document shows it, and as it is kept. */
    ObjectNode toJson() {
        return Json.object()
                .put("document", document)
                .put("hints", hints)
                .put(DATA, data)
                .put("dialect", dialect.isEmpty() ? "auto" : dialect)
                .put("theme", theme)
                .put("locale", locale)
                .put("name", name);
    }

    /** What {@link #toJson} wrote. */
    static Draft kept(JsonNode json) {
        String dialect = json.path("dialect").asText();
        return new Draft(
                json.path("document").asText(),
                json.path("hints").asText(),
                json.path(DATA).asText(),
                dialect.equals("auto") ? "" : dialect,
                json.path("theme").asText(),
                json.path("locale").asText(),
                json.path("name").asText());
    }
}
