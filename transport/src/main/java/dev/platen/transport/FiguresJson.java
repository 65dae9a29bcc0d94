package dev.platen.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.platen.transport.Attributes.UnreadableRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The payload of an instance's report: one JSON object, a number under every name. */
final class FiguresJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FiguresJson() {}

    static byte[] write(Map<String, Double> figures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, Double> figure : figures.entrySet()) {
                json.writeNumberField(figure.getKey(), figure.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return out.toByteArray();
    }

    static Map<String, Double> read(byte[] value) {
        Map<String, Double> figures = new HashMap<>();
        try (JsonParser parser = JSON.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableRecord("figures must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                figures.put(name, parser.getDoubleValue());
            }
        } catch (IOException malformed) {
            throw new UnreadableRecord("figures are not the JSON they should be", malformed);
        }
        return figures;
    }
}
