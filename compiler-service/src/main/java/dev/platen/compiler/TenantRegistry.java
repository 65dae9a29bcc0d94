package dev.platen.compiler;

import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.DocumentVersion;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.engine.dialect.Registry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stored documents of a tenant, for one compilation: as the log has them when the first one is looked up, or as they
 * were where they are pinned. Remembers what was looked up. For one thread.
 */
final class TenantRegistry implements Registry {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TenantId tenant;
    private final SchemaLog log;
    private final Catalogue catalogue;
    private final CompileOutbox outbox;
    private final SortedMap<String, Dependency> lookedUp = new TreeMap<>();
    private final Map<String, byte[]> own = new HashMap<>();
    private boolean isCurrent;
    private boolean isAway;

    TenantRegistry(TenantId tenant, SchemaLog log, Catalogue catalogue, CompileOutbox outbox) {
        this.tenant = tenant;
        this.log = log;
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    /** The same, but these documents are found as they were, whatever they have become. */
    TenantRegistry pinned(List<Dependency> versions) {
        versions.forEach(version -> lookedUp.put(version.name().value(), version));
        return this;
    }

    /** The same, with the document that is compiled itself, which may refer to itself by its name. */
    TenantRegistry compiling(SchemaName name, byte[] document) {
        own.put(name.value(), document);
        return this;
    }

    @Override
    public Optional<byte[]> find(String name) {
        byte[] itself = own.get(name);
        return itself == null ? findOther(name) : Optional.of(itself);
    }

    private Optional<byte[]> findOther(String name) {
        Dependency known = lookedUp.get(name);
        if (known == null) {
            isCurrent = isCurrent || log.awaitCurrent(PATIENCE);
            if (!isCurrent) {
                isAway = true;
                return Optional.empty();
            }
            known = catalogue.dependency(tenant, new SchemaName(name));
            lookedUp.put(name, known);
        }
        Digest digest = known.digest();
        return digest == null ? Optional.empty() : source(new DocumentVersion(known.name(), digest));
    }

    private Optional<byte[]> source(DocumentVersion version) {
        Optional<byte[]> source = isAway ? Optional.empty() : outbox.source(tenant, version);
        isAway |= source.isEmpty();
        return source;
    }

    /** Whether something could not be looked up: what was compiled means nothing. */
    boolean isAway() {
        return isAway;
    }

    /** The versions that were looked up, by name. */
    List<Dependency> lookedUp() {
        return List.copyOf(lookedUp.values());
    }
}
