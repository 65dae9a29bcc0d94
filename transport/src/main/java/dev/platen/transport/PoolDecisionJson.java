package dev.platen.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.platen.contract.flow.Notice.PoolDecision;
import dev.platen.transport.Attributes.UnreadableRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The payload of a decision of the operator: one JSON object. */
final class PoolDecisionJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_MEMBERS = 32;

    private PoolDecisionJson() {}

    static byte[] write(PoolDecision decision) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("at", decision.at().toString());
            json.writeBooleanField("isActedUpon", decision.isActedUpon());
            json.writeNumberField("from", decision.from());
            json.writeNumberField("to", decision.to());
            json.writeStringField("term", decision.term());
            json.writeStringField("explanation", decision.explanation());
            json.writeStringField("oneFewer", decision.oneFewer());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return out.toByteArray();
    }

    static PoolDecision read(String pool, String tier, byte[] value) {
        Map<String, String> members = members(value);
        return new PoolDecision(
                pool,
                tier,
                Instant.parse(text(members, "at")),
                Boolean.parseBoolean(text(members, "isActedUpon")),
                Integer.parseInt(text(members, "from")),
                Integer.parseInt(text(members, "to")),
                text(members, "term"),
                text(members, "explanation"),
                text(members, "oneFewer"));
    }

    private static Map<String, String> members(byte[] value) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = JSON.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableRecord("a decision must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME && members.size() < MAX_MEMBERS) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, parser.getText());
            }
        } catch (IOException malformed) {
            throw new UnreadableRecord("a decision is not the JSON it should be", malformed);
        }
        return members;
    }

    private static String text(Map<String, String> members, String name) {
        String text = members.get(name);
        if (text == null) {
            throw new UnreadableRecord("a decision has no member '%s'".formatted(name));
        }
        return text;
    }
}
