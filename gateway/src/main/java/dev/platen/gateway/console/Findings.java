package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the compiler and the validator found, as lines for people. */
final class Findings {
    /** Whoever has more of them mends the first ones first. */
    private static final int MOST = 50;

    private Findings() {}

    /** Diagnostics of a document, each at the place where its author wrote it. */
    static ArrayNode diagnostics(JsonNode diagnostics, Composition composition) {
        ArrayNode found = Json.object().putArray("found");
        for (JsonNode diagnostic : diagnostics) {
            if (found.size() == MOST) {
                break;
            }
            ObjectNode line = found.addObject()
                    .put("severity", diagnostic.path("severity").asText())
                    .put("code", diagnostic.path("code").asText())
                    .put("message", diagnostic.path("message").asText());
            if (diagnostic.path("line").asInt() > 0) {
                Composition.Place place = composition.place(
                        diagnostic.path("line").asInt(),
                        diagnostic.path("column").asInt());
                line.put("editor", "#root_" + place.editor())
                        .put("place", "%s %d:%d".formatted(place.editor(), place.line(), place.column()));
            }
        }
        return found;
    }

    /** A problem that names no places. */
    static ArrayNode problem(JsonNode problem) {
        ArrayNode found = Json.object().putArray("found");
        found.addObject()
                .put("severity", "error")
                .put("code", problem.path("code").asText())
                .put("message", problem.path("detail").asText());
        return found;
    }

    /** JSON Schema's "basic" output. */
    static ObjectNode validation(JsonNode output) {
        ObjectNode told = Json.object();
        ArrayNode errors = told.putArray("errors");
        if (!output.has("valid")) {
            return told.put("summary", output.path("detail").asText());
        }
        for (JsonNode error : output.path("errors")) {
            if (errors.size() == MOST) {
                break;
            }
            String place = error.path("instanceLocation").asText();
            errors.addObject()
                    .put("place", place.isEmpty() ? "the whole" : place)
                    .put("message", error.path("error").asText())
                    .put("keyword", error.path("keywordLocation").asText());
        }
        return told.put("valid", output.path("valid").asBoolean())
                .put("summary", summary(output.path("errors").size()));
    }

    private static String summary(int errors) {
        return switch (errors) {
            case 0 -> "The data obeys the schema.";
            case 1 -> "One value breaks a rule of the schema.";
            default -> "%d times the data breaks a rule of the schema.".formatted(errors);
        };
    }
}
