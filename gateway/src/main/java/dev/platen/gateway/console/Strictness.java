package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether data that obeyed a keyword may break what became of it, and why. */
final class Strictness {
    private static final Set<String> LOWER =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> UPPER =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final Set<String> OPAQUE =
            Set.of("pattern", "format", "multipleOf", "oneOf", "anyOf", "not", "if", "then", "else");
    private static final List<String> EVERY =
            List.of("object", "array", "string", "number", "integer", "boolean", "null");

    private Strictness() {}

    /** Why data may stop to validate; empty where it cannot because of this. */
    static Optional<String> why(String keyword, JsonNode before, JsonNode after) {
        boolean isGone = after.isMissingNode();
        return switch (keyword) {
            case "required" -> when(after.asBoolean(), "data without it is refused");
            case "type" -> type(before, after);
            case "enum" -> isGone ? Optional.empty() : values(before, after);
            case "const" -> when(!isGone, "any other value than %s is refused".formatted(after));
            case "uniqueItems" -> when(after.asBoolean(), "lists with the same value twice are refused");
            case "additionalProperties" ->
                when(!isGone && !after.asBoolean(true), "members that are not described are refused");
            default -> bounds(keyword, before, after);
        };
    }

    private static Optional<String> bounds(String keyword, JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            return Optional.empty();
        }
        if (OPAQUE.contains(keyword)) {
            return Optional.of("data that does not fit the new %s is refused".formatted(keyword));
        }
        boolean isNew = before.isMissingNode();
        double was = before.asDouble();
        double is = after.asDouble();
        if (LOWER.contains(keyword) && (isNew || is > was)) {
            return Optional.of("less than %s is refused".formatted(after));
        }
        return when(UPPER.contains(keyword) && (isNew || is < was), "more than %s is refused".formatted(after));
    }

    private static Optional<String> type(JsonNode before, JsonNode after) {
        Set<String> refused = types(before);
        refused.removeAll(types(after));
        return when(!refused.isEmpty(), "values of type %s are refused".formatted(String.join(", ", refused)));
    }

    /** A number may be an integer, whatever else is said. */
    private static Set<String> types(JsonNode type) {
        Set<String> types = new HashSet<>();
        if (type.isMissingNode()) {
            types.addAll(EVERY);
        }
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static Optional<String> values(JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            return Optional.of("anything but %s is refused".formatted(after));
        }
        Set<JsonNode> refused = new HashSet<>();
        before.forEach(refused::add);
        after.forEach(refused::remove);
        return when(!refused.isEmpty(), "%s is refused".formatted(refused));
    }

    private static Optional<String> when(boolean isTrue, String why) {
        return isTrue ? Optional.of(why) : Optional.empty();
    }

    /** What a field says under a keyword; missing where it says nothing. */
    static JsonNode said(JsonNode field, String keyword) {
        JsonNode said = field.get(keyword);
        return said == null ? MissingNode.getInstance() : said;
    }
}
