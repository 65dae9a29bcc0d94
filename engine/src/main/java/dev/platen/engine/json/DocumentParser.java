package dev.platen.engine.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.json.Parsed.Malformed;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a document into values with places. Refuses duplicate member names, naming all of them. Thread-safe. */
public final class DocumentParser {
    private static final int MAX_FINDINGS = 100;

    private final JsonSource source;

    /** A parser within these limits. */
    public DocumentParser(Limits limits) {
        this.source = JsonSource.within(limits);
    }

    /** Reads one document. */
    public Parsed parse(byte[] document) {
        return parse(document, null, "");
    }

    /** Reads one document that is a part of another: all places are within {@code around}, at {@code step}. */
    public Parsed parse(byte[] document, @Nullable Place around, String step) {
        try (JsonParser parser = source.open(document)) {
            return parse(parser, around, step);
        } catch (IOException failure) {
            return new Malformed(source.explain(failure));
        }
    }

    private Parsed parse(JsonParser parser, @Nullable Place around, String step) {
        List<Diagnostic> duplicates = new ArrayList<>();
        try {
            if (parser.nextToken() == null) {
                return new Malformed(
                        Diagnostic.error(JsonSource.NOT_JSON, "", 1, 1, "the document is empty; send a JSON object"));
            }
            Value root = new Reading(parser, duplicates).value(around, step);
            if (parser.nextToken() != null) {
                Place place = place(parser, null, "");
                return new Malformed(place.error(JsonSource.NOT_JSON, "a document is one JSON value, more follows"));
            }
            return duplicates.isEmpty() ? new Document(root) : new Malformed(duplicates, root);
        } catch (IOException failure) {
            return new Malformed(source.explain(failure, parser));
        }
    }

    private static Place place(JsonParser parser, @Nullable Place parent, String step) {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(parent, step, location.getLineNr(), location.getColumnNr());
    }

    /** One reading. The depth of the calls is bounded by the limit on nesting. */
    private record Reading(JsonParser parser, List<Diagnostic> duplicates) {
        Value value(@Nullable Place parent, String step) throws IOException {
            Place place = place(parser, parent, step);
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(place);
                case START_ARRAY -> array(place);
                case VALUE_STRING -> new StringValue(place, parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new NumberValue(place, parser.getText());
                case VALUE_TRUE -> new BooleanValue(place, true);
                case VALUE_FALSE -> new BooleanValue(place, false);
                case VALUE_NULL -> new NullValue(place);
                case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("no value begins with " + parser.currentToken());
            };
        }

        private Value object(Place place) throws IOException {
            Map<String, Value> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                Value value = value(place, name);
                Value before = members.putIfAbsent(name, value);
                if (before != null && duplicates.size() < MAX_FINDINGS) {
                    duplicates.add(value.place()
                            .error(
                                    "duplicate-member",
                                    "the name '%s' is already used in this object, on line %s; keep one of the two"
                                            .formatted(name, before.place().line())));
                }
            }
            return new ObjectValue(place, members);
        }

        private Value array(Place place) throws IOException {
            List<Value> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(place, Integer.toString(items.size())));
            }
            return new ArrayValue(place, items);
        }
    }
}
