package dev.platen.gateway.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The text of an event (HTML Standard, section 9.2): an id, a type, and one line of JSON. */
final class ServerSentEvent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ServerSentEvent() {}

    static String of(long id, String type, Map<String, ?> facts) {
        try {
            return "id: %d\nevent: %s\ndata: %s\n\n".formatted(id, type, JSON.writeValueAsString(facts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("facts are texts and numbers", impossible);
        }
    }
}
