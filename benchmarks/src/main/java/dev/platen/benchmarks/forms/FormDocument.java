package dev.platen.benchmarks.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A form that every library can render: a JSON Schema without a word about its looks, and data.
 *
 * @param schema the JSON Schema
 * @param data fits it
 */
record FormDocument(ObjectNode schema, ObjectNode data) {
    static final List<String> NAMES = List.of("fields-50", "fields-200", "fields-1000", "array-1000x4");

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> TYPES = List.of("string", "integer", "number", "boolean");
    private static final int ROWS = 1_000;

    static FormDocument named(String name) {
        return switch (name) {
            case "fields-50" -> flat(50);
            case "fields-200" -> flat(200);
            case "fields-1000" -> flat(1_000);
            case "array-1000x4" -> array();
            default -> throw new IllegalArgumentException("no document is called '%s'".formatted(name));
        };
    }

    /** What Platen compiles. */
    byte[] document() {
        return bytes(schema);
    }

    /** The data alone. */
    byte[] json() {
        return bytes(data);
    }

    /** Both, for the peers. */
    byte[] both() {
        ObjectNode both = object();
        both.set("schema", schema);
        both.set("data", data);
        return bytes(both);
    }

    private static FormDocument flat(int fields) {
        ObjectNode data = object();
        ObjectNode schema = object().put("type", "object").put("title", "Form");
        ObjectNode properties = schema.putObject("properties");
        for (int i = 0; i < fields; i++) {
            field(properties, data, "field" + i, i);
        }
        return new FormDocument(schema, data);
    }

    private static FormDocument array() {
        ObjectNode data = object();
        ObjectNode schema = object().put("type", "object").put("title", "Form");
        ObjectNode item = schema.putObject("properties")
                .putObject("rows")
                .put("type", "array")
                .put("title", "Rows")
                .putObject("items")
                .put("type", "object");
        ObjectNode properties = item.putObject("properties");
        var rows = data.putArray("rows");
        for (int row = 0; row < ROWS; row++) {
            ObjectNode values = rows.addObject();
            for (int i = 0; i < TYPES.size(); i++) {
                field(properties, values, "field" + i, row * TYPES.size() + i);
            }
        }
        return new FormDocument(schema, data);
    }

    private static void field(ObjectNode properties, ObjectNode data, String name, int number) {
        String type = TYPES.get(number % TYPES.size());
        properties.putObject(name).put("type", type).put("title", "Title of " + name);
        switch (type) {
            case "string" -> data.put(name, "nuts & bolts " + number);
            case "integer" -> data.put(name, number);
            case "number" -> data.put(name, number + 0.5);
            default -> data.put(name, number % 8 == 3);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is always JSON", impossible);
        }
    }
}
