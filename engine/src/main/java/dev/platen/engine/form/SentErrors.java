package dev.platen.engine.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Parts;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.form.SentErrorsOutcome.Misunderstood;
import dev.platen.engine.form.SentErrorsOutcome.Understood;
import dev.platen.engine.json.JsonSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Errors that a caller found by itself, to be shown with the data that it sends: an object that has, for the JSON Pointer
 * of a value, a text or a list of texts.
 */
public final class SentErrors {
    /** Bytes of all errors together; they travel beside the data. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_POINTER = 1_000;

    private final Map<String, List<String>> byId = new LinkedHashMap<>();
    private final FieldIds ids;

    private SentErrors(Parts parts) {
        this.ids = new FieldIds(parts);
    }

    /**
     * Reads the errors; no bytes are no errors. Thread-safe.
     *
     * @param parts of the form that shows the data
     */
    public static SentErrorsOutcome read(byte[] json, Parts parts) {
        if (json.length == 0) {
            return new Understood(Map.of());
        }
        if (json.length > MAX_BYTES) {
            return misunderstood("'errors' may have %s bytes, found %s; send fewer".formatted(MAX_BYTES, json.length));
        }
        JsonSource source = JsonSource.within(Limits.DEFAULT);
        try (JsonParser parser = source.open(json)) {
            return new SentErrors(parts).read(parser);
        } catch (IOException failure) {
            return misunderstood(source.explain(failure).message());
        }
    }

    private SentErrorsOutcome read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return misunderstood("'errors' must be an object of JSON Pointers, such as {\"/email\": \"is taken\"}");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String pointer = parser.currentName();
            if (!isPointer(pointer)) {
                return misunderstood(
                        "a member of 'errors' is named by a JSON Pointer: empty, or with / before every name; found '%s'"
                                .formatted(pointer));
            }
            parser.nextToken();
            if (!readTexts(parser, byId.computeIfAbsent(ids.of(pointer), _ -> new ArrayList<>()))) {
                return misunderstood("the errors at '%s' must be a text or a list of texts".formatted(pointer));
            }
        }
        return new Understood(byId);
    }

    private static boolean readTexts(JsonParser parser, List<String> texts) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            texts.add(parser.getText());
            return true;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(parser.getText());
        }
        return parser.currentToken() == JsonToken.END_ARRAY;
    }

    private static boolean isPointer(String text) {
        return text.length() <= MAX_POINTER && (text.isEmpty() || text.charAt(0) == '/');
    }

    private static Misunderstood misunderstood(String detail) {
        return new Misunderstood(new Problem(ProblemCode.REQUEST_MALFORMED, detail));
    }
}
