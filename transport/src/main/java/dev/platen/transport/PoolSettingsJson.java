package dev.platen.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.transport.Attributes.UnreadableRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The payload of pool settings, {@code {"workers":2,"inFlight":64}}: plain JSON, so that people can read and write it. */
final class PoolSettingsJson {
    private static final JsonFactory JSON = new JsonFactory();

    private PoolSettingsJson() {}

    static byte[] write(PoolSettings settings) {
        return "{\"workers\":%d,\"inFlight\":%d}"
                .formatted(settings.workers(), settings.inFlight())
                .getBytes(StandardCharsets.UTF_8);
    }

    static PoolSettings read(String tier, byte[] value) {
        int workers = 0;
        int inFlight = 0;
        try (JsonParser parser = JSON.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableRecord("pool settings must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "workers" -> workers = parser.getIntValue();
                    case "inFlight" -> inFlight = parser.getIntValue();
                    default -> throw new UnreadableRecord("pool settings have no member '%s'".formatted(name));
                }
            }
        } catch (IOException malformed) {
            throw new UnreadableRecord("pool settings are not the JSON they should be", malformed);
        }
        return new PoolSettings(tier, workers, inFlight);
    }
}
