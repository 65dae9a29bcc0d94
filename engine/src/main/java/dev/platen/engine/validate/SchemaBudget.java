package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What reading one schema may cost, whatever refers to whatever in it, and what is remembered of it for the messages.
 * Thread-safe.
 */
final class SchemaBudget {
    /** A reference reads all that it points to once more; references into one another would multiply without end. */
    private static final int MAX_KEYWORDS = 400_000;
    /** Instructions of all compiled patterns together. */
    private static final int MAX_PROGRAM = 200_000;

    private static final int MAX_REFERENCES = 300;

    private final AtomicInteger keywords = new AtomicInteger();
    private final AtomicInteger program = new AtomicInteger();
    private final AtomicInteger references = new AtomicInteger();
    private final Map<String, JsonNode> owners = new ConcurrentHashMap<>();

    void countKeyword() {
        if (keywords.incrementAndGet() > MAX_KEYWORDS) {
            throw new Exhausted("its references lead to more than %s keywords".formatted(MAX_KEYWORDS));
        }
    }

    void countProgram(int instructions) {
        if (program.addAndGet(instructions) > MAX_PROGRAM) {
            throw new Exhausted("its patterns are too large together");
        }
    }

    void enterReference() {
        if (references.incrementAndGet() > MAX_REFERENCES) {
            throw new Exhausted("references lead into each other more than %s deep".formatted(MAX_REFERENCES));
        }
    }

    void leaveReference() {
        references.decrementAndGet();
    }

    /** Remembers the schema at a location for the messages of its keywords. */
    void remember(String location, JsonNode schema) {
        owners.putIfAbsent(withoutEmptyFragment(location), schema);
    }

    /** The remembered schema that the keyword at a location stands in. */
    Optional<JsonNode> ownerOf(String keywordLocation) {
        int end = keywordLocation.lastIndexOf('/');
        return end < 0
                ? Optional.empty()
                : Optional.ofNullable(owners.get(withoutEmptyFragment(keywordLocation.substring(0, end))));
    }

    private static String withoutEmptyFragment(String location) {
        return location.endsWith("#") ? location.substring(0, location.length() - 1) : location;
    }
}
