package dev.platen.gateway.console;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a JSON Schema says of each place of its data: the keywords that hold there, by the path of the place. */
final class SchemaFields {
    /** What is deeper repeats itself, mostly. */
    private static final int DEEPEST = 12;

    private static final int MOST = 2_000;
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
            "oneOf",
            "anyOf",
            "not",
            "if",
            "then",
            "else",
            "title",
            "default");

    /** Under which a field says whether it must be there. */
    static final String REQUIRED = "required";

    private final JsonNode root;
    private final Map<String, ObjectNode> fields = new LinkedHashMap<>();

    private SchemaFields(JsonNode root) {
        this.root = root;
    }

    /**
     * The fields of a document: of its schema where it has one.
     *
     * @return keywords by path, such as {@code lines[].amount}; the whole is the empty path
     */
    static Map<String, ObjectNode> of(JsonNode document) {
        SchemaFields found = new SchemaFields(schema(document));
        found.walk(found.root, "", false, 0);
        return found.fields;
    }

    /** A page of components without a schema takes no data that it could refuse. */
    private static JsonNode schema(JsonNode document) {
        if (document.path("schema").isObject()) {
            return document.path("schema");
        }
        boolean isSchema = document.path("children").isMissingNode() && document.isObject();
        return isSchema ? document : Json.object();
    }

    private void walk(JsonNode schema, String path, boolean isRequired, int depth) {
        if (depth > DEEPEST || fields.size() >= MOST) {
            return;
        }
        JsonNode resolved = resolved(schema);
        ObjectNode field = fields.computeIfAbsent(path, _ -> Json.object());
        if (isRequired) {
            field.put(REQUIRED, true);
        }
        for (String keyword : KEYWORDS) {
            if (resolved.has(keyword)) {
                field.set(keyword, resolved.get(keyword));
            }
        }
        for (JsonNode part : resolved.path("allOf")) {
            walk(part, path, isRequired, depth + 1);
        }
        members(resolved, path, depth);
        if (resolved.path("items").isObject()) {
            walk(resolved.path("items"), path + "[]", false, depth + 1);
        }
    }

    private void members(JsonNode schema, String path, int depth) {
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            walk(
                    member.getValue(),
                    path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                    isRequired(schema, member.getKey()),
                    depth + 1);
        }
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (JsonNode required : schema.path(REQUIRED)) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Follows references within the document, as many as there may be levels. */
    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        for (int i = 0; i < DEEPEST && found.path("$ref").asText().startsWith("#"); i++) {
            found = pointed(found.path("$ref").asText()).orElseGet(Json::object);
        }
        return found;
    }

    private Optional<JsonNode> pointed(String reference) {
        try {
            return Optional.of(root.at(JsonPointer.compile(reference.substring(1))));
        } catch (IllegalArgumentException anchor) {
            return Optional.empty();
        }
    }
}
