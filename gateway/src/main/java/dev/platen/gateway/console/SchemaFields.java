package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.gateway.console.ComparedDocument.Target;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a JSON Schema says of each place of its data: the keywords that hold there, by the path of the place. References are
 * followed; where a schema contains itself, that is said in place of all that would follow.
 */
final class SchemaFields {
    /** Schemas within each other; documents have no more levels, and references seldom as many. */
    private static final int DEEPEST = 64;

    private static final int MOST = 2_000;

    /** Schemas that are read, each as often as it is referred to. */
    private static final int MOST_STEPS = 20_000;

    /** Under which a field says whether it must be there. */
    static final String REQUIRED = "required";

    private static final String REFERENCE = "$ref";
    private static final String ALL_OF = "allOf";
    private static final Set<String> FOR_PEOPLE = Set.of("title", "default");
    private static final List<String> KEYWORDS = List.of(
            "type",
            "enum",
            "const",
            "format",
            "pattern",
            "minimum",
            "exclusiveMinimum",
            "maximum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "additionalProperties",
            "patternProperties",
            "propertyNames",
            "unevaluatedProperties",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "prefixItems",
            "additionalItems",
            "unevaluatedItems",
            "contains",
            "minContains",
            "maxContains",
            "oneOf",
            "anyOf",
            "not",
            "if",
            "then",
            "else",
            "title",
            "default");

    private final ComparedDocument document;
    private final Map<String, ObjectNode> fields = new LinkedHashMap<>();

    /** Where in the data each schema holds in which the one that is being read stands. */
    private final IdentityHashMap<JsonNode, String> way = new IdentityHashMap<>();

    private int steps;
    private boolean isPartial;

    private SchemaFields(ComparedDocument document) {
        this.document = document;
    }

    /** The fields of a document: of its schema where it has one. */
    static SchemaFields of(ComparedDocument document) {
        SchemaFields found = new SchemaFields(document);
        found.walk(document.schema(), document.schema(), "");
        return found;
    }

    /** Keywords by path, such as {@code lines[].amount}; the whole is the empty path. */
    Map<String, ObjectNode> byPath() {
        return fields;
    }

    /** Whether there are more than were read. */
    boolean isPartial() {
        return isPartial;
    }

    private ObjectNode walk(JsonNode schema, JsonNode root, String path) {
        isPartial |= fields.size() >= MOST && !fields.containsKey(path);
        if (isPartial) {
            return Json.object();
        }
        ObjectNode field = fields.computeIfAbsent(path, _ -> Json.object());
        read(schema, root, path, field);
        return field;
    }

    private void read(JsonNode schema, JsonNode root, String path, ObjectNode field) {
        isPartial |= ++steps > MOST_STEPS || way.size() > DEEPEST;
        if (schema.isBoolean() && !schema.asBoolean()) {
            say(field, "not", Json.object());
        }
        if (isPartial || !schema.isObject()) {
            return;
        }
        String around = way.putIfAbsent(schema, path);
        if (around == null) {
            combined(schema, root, path, field);
            keywords(schema, root, field);
            members(schema, root, path);
            way.remove(schema);
        } else if (!around.equals(path)) {
            keywords(schema, root, field);
            say(field, REFERENCE, again(around));
        }
    }

    private static JsonNode again(String path) {
        return Json.text("as " + (path.isEmpty() ? "the whole" : path));
    }

    private void combined(JsonNode schema, JsonNode root, String path, ObjectNode field) {
        JsonNode reference = schema.path(REFERENCE);
        if (reference.isTextual()) {
            Optional<Target> target = document.find(reference.asText(), root);
            target.ifPresentOrElse(
                    found -> read(found.schema(), found.root(), path, field), () -> say(field, REFERENCE, reference));
        }
        for (JsonNode part : schema.path(ALL_OF)) {
            read(part, root, path, field);
        }
    }

    private void keywords(JsonNode schema, JsonNode root, ObjectNode field) {
        for (String keyword : KEYWORDS) {
            if (schema.has(keyword)) {
                say(field, keyword, inlined(schema.get(keyword), root));
            }
        }
        if (schema.path("items").isArray() || schema.path("items").isBoolean()) {
            say(field, "items", inlined(schema.get("items"), root));
        }
    }

    private void members(JsonNode schema, JsonNode root, String path) {
        String prefix = path.isEmpty() ? "" : path + ".";
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            walk(member.getValue(), root, prefix + member.getKey());
        }
        for (JsonNode required : schema.path(REQUIRED)) {
            walk(Json.missing(), root, prefix + required.asText()).put(REQUIRED, true);
        }
        if (schema.path("items").isObject()) {
            walk(schema.path("items"), root, path + "[]");
        }
    }

    /** All that is said of a place holds; of two bounds the tighter one does, and other words are kept beside each other. */
    private static void say(ObjectNode field, String keyword, JsonNode said) {
        JsonNode known = field.get(keyword);
        if (known == null || known.equals(said) || FOR_PEOPLE.contains(keyword)) {
            field.set(keyword, said);
        } else if (Strictness.isBound(keyword)) {
            field.set(keyword, Strictness.tighter(keyword, known, said));
        } else {
            field.withArrayProperty(ALL_OF).addObject().set(keyword, said);
        }
    }

    /** A value with what its references lead to in their place. */
    private JsonNode inlined(JsonNode value, JsonNode root) {
        isPartial |= ++steps > MOST_STEPS || way.size() > DEEPEST;
        if (isPartial || !value.isContainerNode()) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode all = Json.array();
            value.forEach(one -> all.add(inlined(one, root)));
            return all;
        }
        String around = way.putIfAbsent(value, "another part of it");
        if (around != null) {
            return again(around);
        }
        ObjectNode all = Json.object();
        value.properties().forEach(member -> all.set(member.getKey(), inlined(member.getValue(), root)));
        JsonNode reference = value.path(REFERENCE);
        if (reference.isTextual()) {
            document.find(reference.asText(), root)
                    .ifPresent(target -> all.set(REFERENCE, inlined(target.schema(), target.root())));
        }
        way.remove(value);
        return all;
    }
}
