package dev.platen.contract.flow;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;

/**
 * The current version of a schema: what a name stands for.
 *
 * @param name the name
 * @param digest SHA-256 of the document
 * @param plan SHA-256 of the compiled plan
 */
public record SchemaHead(SchemaName name, Digest digest, Digest plan) {
    /** The same version, compiled to another plan. */
    public SchemaHead withPlan(Digest other) {
        return new SchemaHead(name, digest, other);
    }
}
