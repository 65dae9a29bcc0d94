package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How two versions of a document differ, for whoever has data of the first.
 *
 * @param appearing paths of fields that only the second has
 * @param vanishing paths of fields that only the first has
 * @param changes what is said otherwise of fields that both have
 * @param breaks why data that obeys the first may break the second
 * @param elsewhere pointers to what differs outside the schemas
 */
record SchemaDifference(
        List<String> appearing,
        List<String> vanishing,
        List<Change> changes,
        List<Break> breaks,
        List<String> elsewhere) {
    /** A keyword that says something else. */
    record Change(String path, String keyword, String before, String after) {}

    /** Why data may stop to validate. */
    record Break(String path, String why) {}

    private static final int MOST = 200;
    private static final String NOTHING = "–";

    /** Compares two documents. */
    static SchemaDifference between(JsonNode before, JsonNode after) {
        Map<String, ObjectNode> older = SchemaFields.of(before);
        Map<String, ObjectNode> newer = SchemaFields.of(after);
        SchemaDifference found = new SchemaDifference(
                only(newer, older), only(older, newer), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Map.Entry<String, ObjectNode> field : newer.entrySet()) {
            ObjectNode known = older.get(field.getKey());
            if (known != null) {
                found.compare(field.getKey(), known, field.getValue());
            } else if (field.getValue().has(SchemaFields.REQUIRED)) {
                found.breaks.add(new Break(named(field.getKey()), "it is new, and data without it is refused"));
            }
        }
        found.vanished(newer);
        found.beside("", before, after);
        return found;
    }

    private static List<String> only(Map<String, ObjectNode> these, Map<String, ObjectNode> those) {
        return these.keySet().stream().filter(path -> !those.containsKey(path)).toList();
    }

    private void compare(String path, ObjectNode before, ObjectNode after) {
        Set<String> keywords = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(keywords::add);
        after.fieldNames().forEachRemaining(keywords::add);
        for (String keyword : keywords) {
            JsonNode was = Strictness.said(before, keyword);
            JsonNode is = Strictness.said(after, keyword);
            if (!was.equals(is)) {
                changes.add(new Change(named(path), keyword, text(was), text(is)));
                Strictness.why(keyword, was, is).ifPresent(why -> breaks.add(new Break(named(path), why)));
            }
        }
    }

    /** A field that is described no longer is refused where nothing else is allowed. */
    private void vanished(Map<String, ObjectNode> newer) {
        for (String path : vanishing) {
            String around = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
            ObjectNode parent = newer.get(around);
            if (parent != null && !parent.path("additionalProperties").asBoolean(true)) {
                breaks.add(new Break(named(path), "data that has it is refused"));
            }
        }
    }

    /** What is no schema: hints, components, default data. */
    private void beside(String pointer, JsonNode before, JsonNode after) {
        if (elsewhere.size() >= MOST || before.equals(after) || pointer.equals("/schema")) {
            return;
        }
        boolean isSchema = pointer.isEmpty() && !before.has("schema") && !before.has("children");
        if (isSchema) {
            return;
        }
        Map<String, JsonNode> members = members(before);
        members.putAll(members(after));
        if (members.isEmpty() || before.getNodeType() != after.getNodeType()) {
            elsewhere.add(pointer);
            return;
        }
        members.keySet().forEach(name -> beside(pointer + "/" + name, member(before, name), member(after, name)));
    }

    private static Map<String, JsonNode> members(JsonNode node) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            members.put(Integer.toString(i), node.get(i));
        }
        return members;
    }

    private static JsonNode member(JsonNode node, String name) {
        return node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }

    private static String named(String path) {
        return path.isEmpty() ? "the whole" : path;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? NOTHING : value.toString();
    }

    /** For the page that shows it; of each list the first ones. */
    ObjectNode toJson() {
        ObjectNode json = Json.object();
        put(json.putArray("appearing"), appearing);
        put(json.putArray("vanishing"), vanishing);
        put(json.putArray("elsewhere"), elsewhere);
        ArrayNode changed = json.putArray("changes");
        changes.stream().limit(MOST).forEach(change -> changed.addObject()
                .put("path", change.path())
                .put("keyword", change.keyword())
                .put("before", change.before())
                .put("after", change.after()));
        ArrayNode broken = json.putArray("breaks");
        breaks.stream()
                .limit(MOST)
                .forEach(one -> broken.addObject().put("path", one.path()).put("why", one.why()));
        return json.put("count", appearing.size() + vanishing.size() + changes.size() + elsewhere.size());
    }

    private static void put(ArrayNode into, List<String> paths) {
        paths.stream().limit(MOST).forEach(path -> into.add(named(path)));
    }
}
