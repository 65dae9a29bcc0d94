package dev.platen.compiler;

import dev.platen.contract.flow.LogEntry;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.flow.LogEntry.HeadRemoved;
import dev.platen.contract.flow.LogEntry.PlanRenewed;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.transport.HeadValue;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every name stands for and which schemas refer to which, as far as the log was read: some hundred bytes for each name
 * and each of its latest versions, no documents. Derived from the log alone. Thread-safe.
 */
@Singleton
class Catalogue {
    private final Map<TenantId, TenantNames> tenants = new HashMap<>();

    /** One schema of one tenant. */
    record Entry(TenantId tenant, SchemaName name) {}

    /** Takes what the log says; entries of one name in the order of the log. */
    synchronized void apply(LogEntry entry, long offset) {
        TenantNames names = names(entry.tenant());
        switch (entry) {
            case SourceStored stored -> names.stored(stored.name(), stored.digest(), offset);
            case HeadMoved moved -> names.put(HeadValue.stored(moved.head(), offset, moved.facts()));
            case HeadRemoved removed -> names.forget(removed.name());
            case PlanRenewed renewed ->
                names.find(renewed.name())
                        .filter(current -> current.revision() == renewed.revision())
                        .ifPresent(_ ->
                                names.put(new HeadValue(renewed.head(), renewed.revision(), offset, renewed.facts())));
        }
    }

    private TenantNames names(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, _ -> new TenantNames());
    }

    /** What a name stands for. */
    synchronized Optional<HeadValue> find(TenantId tenant, SchemaName name) {
        return names(tenant).find(name);
    }

    /** The documents that a name stood for lately, and the one that it stands for, the latest last. */
    synchronized List<StoredVersion> versions(TenantId tenant, SchemaName name) {
        return names(tenant).versions(name);
    }

    /** The first schemas after a name, in the order of their names. */
    synchronized List<HeadValue> page(TenantId tenant, String after, int limit) {
        return names(tenant).after(after).limit(limit).toList();
    }

    /** Other schemas that refer to this one, directly or not. */
    synchronized List<SchemaName> dependents(TenantId tenant, SchemaName name) {
        return names(tenant).dependents(name);
    }

    /** Whether a document that the schema refers to has changed since the schema was compiled last. */
    synchronized boolean isStale(TenantId tenant, HeadValue value) {
        return names(tenant).isStale(value);
    }

    /** The version of a document that a schema would be made of now. */
    synchronized Dependency dependency(TenantId tenant, SchemaName name) {
        return names(tenant).dependency(name);
    }

    /** Schemas that refer to something that has changed since they were compiled last; no more than {@code limit}. */
    synchronized List<Entry> stale(int limit) {
        List<Entry> stale = new ArrayList<>();
        tenants.forEach((tenant, names) -> names.after("")
                .filter(names::isStale)
                .limit(Math.max(0, limit - stale.size()))
                .forEach(value -> stale.add(new Entry(tenant, value.head().name()))));
        return stale;
    }

    /** How many names stand for something. */
    synchronized long size() {
        return tenants.values().stream()
                .mapToLong(names -> names.after("").count())
                .sum();
    }

    /** How many schemas have a plan that could not be made again. */
    synchronized long outdated() {
        return tenants.values().stream()
                .flatMap(names -> names.after(""))
                .filter(value -> value.facts().isOutdated())
                .count();
    }
}
