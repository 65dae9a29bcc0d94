package dev.platen.transport;

import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaHead;
import java.nio.charset.StandardCharsets;

/**
 * The name stands for a schema.
 *
 * @param head the current version
 * @param revision offset of the head record in the log; a larger one is newer
 * @param renewal offset of the record that compiled it last
 * @param facts what is known about it
 */
public record HeadValue(SchemaHead head, long revision, long renewal, SchemaFacts facts) implements HeadEntry {
    /** A version that was stored with the record at {@code revision}. */
    public static HeadValue stored(SchemaHead head, long revision, SchemaFacts facts) {
        return new HeadValue(head, revision, revision, facts);
    }

    @Override
    public byte[] encode() {
        return "%s %s %s %s\n%s"
                .formatted(revision, renewal, head.digest(), head.plan(), FactsText.write(facts))
                .getBytes(StandardCharsets.UTF_8);
    }
}
