package dev.platen.contract.flow;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;

/** A record of {@code platen.schemas}, the log that is the truth. */
public sealed interface LogEntry extends Message {
    /** Whose schema it is. */
    TenantId tenant();

    /** The name of the schema. */
    SchemaName name();

    /**
     * One version of a schema, for ever.
     *
     * @param digest SHA-256 of the document
     * @param document the document as it was submitted
     */
    record SourceStored(TenantId tenant, SchemaName name, Digest digest, byte[] document) implements LogEntry {}

    /**
     * The name now stands for this version; always follows its {@link SourceStored} in the same partition.
     *
     * @param head the version
     */
    record HeadMoved(TenantId tenant, SchemaHead head) implements LogEntry {
        @Override
        public SchemaName name() {
            return head.name();
        }
    }
}
