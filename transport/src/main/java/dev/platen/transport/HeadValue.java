package dev.platen.transport;

import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The head of a schema as the cache holds it: {@code revision digest plan}, in ASCII.
 *
 * @param head the current version
 * @param revision offset of the head record in the log; a larger one is newer
 */
public record HeadValue(SchemaHead head, long revision) {

    /** For the cache. */
    public byte[] encode() {
        return "%d %s %s".formatted(revision, head.digest(), head.plan()).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads a value of the cache; empty where it is not a head.
     *
     * @param name the name under which the value was found
     */
    public static Optional<HeadValue> decode(SchemaName name, byte[] value) {
        String[] fields = new String(value, StandardCharsets.US_ASCII).split(" ", -1);
        if (fields.length != 3 || !Digest.isValid(fields[1]) || !Digest.isValid(fields[2])) {
            return Optional.empty();
        }
        try {
            SchemaHead head = new SchemaHead(name, new Digest(fields[1]), new Digest(fields[2]));
            return Optional.of(new HeadValue(head, Long.parseLong(fields[0])));
        } catch (NumberFormatException notARevision) {
            return Optional.empty();
        }
    }
}
