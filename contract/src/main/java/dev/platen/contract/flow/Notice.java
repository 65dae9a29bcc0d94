package dev.platen.contract.flow;

import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;

/** Something that every instance wants to know. */
public sealed interface Notice extends Message {
    /**
     * A schema has a new head; whatever was remembered of the old one may be forgotten.
     *
     * @param head the new head
     */
    record SchemaChanged(TenantId tenant, SchemaHead head) implements Notice {}

    /** The name of a schema stands for nothing any more. */
    record SchemaRemoved(TenantId tenant, SchemaName name) implements Notice {}

    /**
     * The pages of a schema were purged; those that are remembered are to be forgotten.
     *
     * @param name of the schema
     */
    record PagesPurged(TenantId tenant, SchemaName name) implements Notice {}

    /**
     * The operator's latest word on the pools of one tier of workers.
     *
     * @param tier {@code render} or {@code compile}
     * @param workers threads that work at the same time, at least 1
     * @param inFlight records taken from Kafka and not yet answered, at least {@code workers}
     */
    record PoolSettings(String tier, int workers, int inFlight) implements Notice {
        /** Refuses a pool that could not work. */
        public PoolSettings {
            if (workers < 1 || inFlight < workers) {
                throw new IllegalArgumentException(
                        "a pool needs at least 1 worker and as many records in flight, found workers=%s, inFlight=%s"
                                .formatted(workers, inFlight));
            }
        }
    }
}
