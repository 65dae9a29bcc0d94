package dev.platen.gateway.console;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The document that the editors of the playground make together, which knows for each of its lines where that was written.
 *
 * @param text the document
 * @param parts where each part begins, in the order of their lines
 */
record Composition(String text, List<Part> parts) {
    /**
     * What one editor holds, or the rest of it.
     *
     * @param editor its name
     * @param line in the document, from 1, at which it begins
     * @param own line in the editor, from 1, which that is
     */
    record Part(String editor, int line, int own) {}

    /** A place as its author sees it. */
    record Place(String editor, int line, int column) {}

    private static final String DOCUMENT = "document";
    private static final Set<String> SCHEMA_TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");
    private static final List<String> OF_JSON_FORMS = List.of("elements", "scope");

    /** Keeps a copy. */
    Composition {
        parts = List.copyOf(parts);
    }

    /** Puts together what the editors hold. What is no JSON object is left as it is, for the compiler to say so. */
    static Composition of(Draft draft) {
        Map<String, byte[]> members = members(draft.document());
        if ((draft.hints().isBlank() && draft.data().isBlank()) || (members.isEmpty() && !isEmptyObject(draft))) {
            return new Composition(draft.document(), List.of(new Part(DOCUMENT, 1, 1)));
        }
        Text text = new Text();
        if (isWhole(members)) {
            return inside(draft, members, text);
        }
        text.add("{\"schema\":\n").part(DOCUMENT, draft.document());
        beside(draft, text, ",");
        return text.add("\n}").composition();
    }

    private static boolean isEmptyObject(Draft draft) {
        return draft.document().strip().matches("\\{\\s*}");
    }

    /** Hints and data become the first members of a document that has such members. */
    private static Composition inside(Draft draft, Map<String, byte[]> members, Text text) {
        int brace = draft.document().indexOf('{') + 1;
        String before = draft.document().substring(0, brace);
        text.part(DOCUMENT, before);
        beside(draft, text, "");
        text.add(members.isEmpty() ? "\n" : ",\n");
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String indent = " ".repeat(brace - before.lastIndexOf('\n') - 1);
        text.rest(DOCUMENT, indent + draft.document().substring(brace), line);
        return text.composition();
    }

    private static void beside(Draft draft, Text text, String separator) {
        String before = separator;
        if (!draft.hints().isBlank()) {
            text.add("\n%s\"%s\":\n".formatted(before, nameOfHints(draft))).part("hints", draft.hints());
            before = ",";
        }
        if (!draft.data().isBlank()) {
            text.add("\n%s\"data\":\n".formatted(before)).part("data", draft.data());
        }
    }

    private static String nameOfHints(Draft draft) {
        Map<String, byte[]> members = members(draft.hints());
        boolean isTyped = members.containsKey("type") && members.get("type")[0] == '"';
        boolean isOfJsonForms = draft.dialect().equals("json-forms")
                || (draft.dialect().isEmpty()
                        && (isTyped || OF_JSON_FORMS.stream().anyMatch(members::containsKey)));
        return isOfJsonForms ? "uischema" : "uiSchema";
    }

    /** Whether it is more than a schema: then hints and data have their place in it. */
    private static boolean isWhole(Map<String, byte[]> members) {
        String type = new String(members.getOrDefault("type", new byte[0]), StandardCharsets.UTF_8);
        boolean isComponent = type.startsWith("\"") && !SCHEMA_TYPES.contains(type.replace("\"", ""));
        return members.containsKey("schema") || isComponent;
    }

    private static Map<String, byte[]> members(String json) {
        return switch (Members.of(json.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT)) {
            case MembersOutcome.Sliced(var members) -> members;
            case MembersOutcome.Refused _ -> Map.of();
        };
    }

    /** The document. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Where a place of the document was written. */
    Place place(int line, int column) {
        Part found = parts.getFirst();
        for (Part part : parts) {
            if (part.line() <= line) {
                found = part;
            }
        }
        return new Place(found.editor(), Math.max(1, line - found.line() + found.own()), column);
    }

    /** Grows line by line. */
    private static final class Text {
        private final StringBuilder text = new StringBuilder();
        private final List<Part> parts = new ArrayList<>();
        private int line = 1;

        Text add(String more) {
            text.append(more);
            line += (int) more.chars().filter(c -> c == '\n').count();
            return this;
        }

        Text part(String editor, String content) {
            return rest(editor, content, 1);
        }

        Text rest(String editor, String content, int own) {
            parts.add(new Part(editor, line, own));
            return add(content);
        }

        Composition composition() {
            return new Composition(text.toString(), parts);
        }
    }
}
