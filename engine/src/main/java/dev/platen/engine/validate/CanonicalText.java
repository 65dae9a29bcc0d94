package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** JSON values as text that is the same if and only if the values are equal as JSON Schema sees it. */
final class CanonicalText {
    private CanonicalText() {}

    static String of(JsonNode value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    private static void append(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            text.append('{');
            members.forEach((name, member) -> {
                quote(name, text);
                append(member, text);
            });
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            value.forEach(item -> {
                append(item, text);
                text.append(',');
            });
            text.append(']');
        } else if (value.isTextual()) {
            quote(value.textValue(), text);
        } else if (value.isNumber()) {
            text.append(value.decimalValue().stripTrailingZeros());
        } else {
            text.append(value.asText());
        }
    }

    /** The length makes every other mark unnecessary. */
    private static void quote(String string, StringBuilder text) {
        text.append('"').append(string.length()).append(':').append(string);
    }
}
