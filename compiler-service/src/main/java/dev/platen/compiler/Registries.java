package dev.platen.compiler;

import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.transport.HeadValue;
import jakarta.inject.Singleton;
import java.util.List;

/** Where compilations find the stored documents that a document refers to. Thread-safe. */
@Singleton
class Registries {
    private final SchemaLog log;
    private final Catalogue catalogue;
    private final CompileOutbox outbox;

    Registries(SchemaLog log, Catalogue catalogue, CompileOutbox outbox) {
        this.log = log;
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    /** The documents of a tenant as they are now. */
    TenantRegistry of(TenantId tenant) {
        return new TenantRegistry(tenant, log, catalogue, outbox);
    }

    /** The documents as they are now, for one that is stored under a name. */
    TenantRegistry of(TenantId tenant, SchemaName name, byte[] document) {
        return of(tenant).compiling(name, document);
    }

    /** The documents that a version was made of when its plan was made, so that the same plan is made again. */
    TenantRegistry asOf(TenantId tenant, SchemaHead head, byte[] document) {
        List<Dependency> versions = catalogue
                .find(tenant, head.name())
                .filter(current -> current.head().equals(head))
                .map(HeadValue::facts)
                .map(SchemaFacts::dependencies)
                .orElse(List.of());
        return of(tenant, head.name(), document).pinned(versions);
    }
}
