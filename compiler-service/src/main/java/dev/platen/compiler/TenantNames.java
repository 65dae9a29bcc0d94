package dev.platen.compiler;

import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.transport.HeadValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The schemas of one tenant, and which of them refer to which. Not thread-safe. */
final class TenantNames {
    /** Of each name; older ones can be read by whoever has their digests. */
    private static final int MOST_VERSIONS = 50;

    private final NavigableMap<String, HeadValue> heads = new TreeMap<>();
    private final Map<String, SortedSet<String>> dependents = new HashMap<>();
    private final Map<String, SequencedMap<Digest, Long>> versions = new HashMap<>();

    void put(HeadValue value) {
        SchemaName name = value.head().name();
        remove(name);
        heads.put(name.value(), value);
        referredTo(value)
                .forEach(other ->
                        dependents.computeIfAbsent(other, _ -> new TreeSet<>()).add(name.value()));
    }

    /** Notes that a document was stored; what was stored before may be stored again. */
    void stored(SchemaName name, Digest digest, long offset) {
        SequencedMap<Digest, Long> known = versions.computeIfAbsent(name.value(), _ -> new LinkedHashMap<>());
        known.putLast(digest, offset);
        if (known.size() > MOST_VERSIONS) {
            known.pollFirstEntry();
        }
    }

    List<StoredVersion> versions(SchemaName name) {
        return versions.getOrDefault(name.value(), new LinkedHashMap<>()).entrySet().stream()
                .map(version -> new StoredVersion(version.getKey(), version.getValue()))
                .toList();
    }

    /** Forgets a name and the versions that it had: names come and go without bound. */
    void forget(SchemaName name) {
        remove(name);
        versions.remove(name.value());
    }

    private void remove(SchemaName name) {
        HeadValue before = heads.remove(name.value());
        if (before != null) {
            referredTo(before)
                    .forEach(other -> dependents.computeIfPresent(other, (_, known) -> {
                        known.remove(name.value());
                        return known.isEmpty() ? null : known;
                    }));
        }
    }

    /** A failed attempt counts, too: it may go well when what it looked for changes once more. */
    private static Stream<String> referredTo(HeadValue value) {
        return Stream.concat(value.facts().dependencies().stream(), value.facts().tried().stream())
                .map(dependency -> dependency.name().value());
    }

    Optional<HeadValue> find(SchemaName name) {
        return Optional.ofNullable(heads.get(name.value()));
    }

    /** All schemas after a name, in the order of their names. */
    Stream<HeadValue> after(String name) {
        return heads.tailMap(name, false).values().stream();
    }

    List<SchemaName> dependents(SchemaName name) {
        return dependents.getOrDefault(name.value(), new TreeSet<>()).stream()
                .filter(dependent -> !dependent.equals(name.value()))
                .map(SchemaName::new)
                .toList();
    }

    boolean isStale(HeadValue value) {
        return value.facts().lastCompiledWith().stream()
                .anyMatch(version -> !Objects.equals(
                        version.digest(), dependency(version.name()).digest()));
    }

    Dependency dependency(SchemaName name) {
        return new Dependency(
                name, find(name).map(value -> value.head().digest()).orElse(null));
    }
}
