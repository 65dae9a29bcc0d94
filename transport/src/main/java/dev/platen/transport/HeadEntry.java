package dev.platen.transport;

import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a name stands for as the cache holds it, in one line of ASCII: {@code revision renewal digest plan}, followed by what
 * is known about the schema, or {@code revision gone}. Entries of one name have a total order, so that whoever writes them
 * in whatever order ends with the same one.
 */
public sealed interface HeadEntry permits HeadValue, HeadEntry.Gone {
    /** Offset in the log of the record with which somebody gave the name its meaning; a larger one is newer. */
    long revision();

    /** Offset of the record that compiled that version last; the revision itself at first. */
    long renewal();

    /** For the cache. */
    byte[] encode();

    /** Whether this entry replaces {@code other}. */
    default boolean isNewerThan(HeadEntry other) {
        return revision() > other.revision() || (revision() == other.revision() && renewal() > other.renewal());
    }

    /**
     * The name was removed.
     *
     * @param revision offset of the record that did it
     */
    record Gone(long revision) implements HeadEntry {
        private static final String MARK = "gone";

        @Override
        public long renewal() {
            return revision;
        }

        @Override
        public byte[] encode() {
            return (revision + " " + MARK).getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * Reads a value of the cache; empty where it is no entry.
     *
     * @param name the name under which the value was found
     */
    static Optional<HeadEntry> decode(SchemaName name, byte[] value) {
        String[] lines = new String(value, StandardCharsets.UTF_8).split("\n", 2);
        String[] fields = lines[0].split(" ", -1);
        try {
            if (fields.length == 2 && fields[1].equals(Gone.MARK)) {
                return Optional.of(new Gone(Long.parseLong(fields[0])));
            }
            if (fields.length != 4 || lines.length != 2) {
                return Optional.empty();
            }
            SchemaHead head = new SchemaHead(name, new Digest(fields[2]), new Digest(fields[3]));
            return Optional.of(new HeadValue(
                    head, Long.parseLong(fields[0]), Long.parseLong(fields[1]), FactsText.read(lines[1])));
        } catch (IllegalArgumentException noEntry) {
            return Optional.empty();
        }
    }
}
