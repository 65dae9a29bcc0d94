package dev.platen.compiler;

import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.id.SchemaName;
import dev.platen.transport.HeadValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The schemas of one tenant, and which of them refer to which. Not thread-safe. */
final class TenantNames {
    private final NavigableMap<String, HeadValue> heads = new TreeMap<>();
    private final Map<String, SortedSet<String>> dependents = new HashMap<>();

    void put(HeadValue value) {
        SchemaName name = value.head().name();
        remove(name);
        heads.put(name.value(), value);
        referredTo(value)
                .forEach(other ->
                        dependents.computeIfAbsent(other, _ -> new TreeSet<>()).add(name.value()));
    }

    void remove(SchemaName name) {
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
