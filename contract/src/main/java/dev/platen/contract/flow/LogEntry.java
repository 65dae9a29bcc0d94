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
     * @param facts what the compiler found out about it
     */
    record HeadMoved(TenantId tenant, SchemaHead head, SchemaFacts facts) implements LogEntry {
        @Override
        public SchemaName name() {
            return head.name();
        }
    }

    /**
     * The same version was compiled again, because a document that it refers to has changed. It counts only as long as the
     * name stands for that version: a newer one that was stored at the same time wins, whichever comes first in the log.
     *
     * @param head the version, with its new plan; with the one it had where it does not compile any more
     * @param revision offset of the {@link HeadMoved} of the version
     * @param facts what the compiler found out this time
     */
    record PlanRenewed(TenantId tenant, SchemaHead head, long revision, SchemaFacts facts) implements LogEntry {
        @Override
        public SchemaName name() {
            return head.name();
        }
    }

    /** The name stands for nothing any more; its versions can still be read by their digests. */
    record HeadRemoved(TenantId tenant, SchemaName name) implements LogEntry {}
}
