package dev.platen.engine.component;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.Registry;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Components that are documents of their own, stored under their name. Each is read once for a page; what is wrong with
 * one is told where it is used, because its author is somebody else. Not thread-safe.
 */
final class Registered {
    private final Registry registry;
    private final DocumentParser parser;
    private final Findings findings;
    private final Map<String, Optional<Entry>> read = new HashMap<>();

    Registered(Registry registry, Limits limits, Findings findings) {
        this.registry = registry;
        this.parser = new DocumentParser(limits);
        this.findings = findings;
    }

    /**
     * A component that was found.
     *
     * @param component the whole document
     * @param mapping maps it, and what it consists of
     * @param findings what is wrong with it
     */
    record Entry(ObjectValue component, Mapping mapping, Findings findings) {}

    /** The component of this name. */
    Optional<Entry> find(String name, PageParts page) {
        Optional<Entry> known = read.get(name);
        if (known == null) {
            known = read(name, page);
            read.put(name, known);
        }
        return known;
    }

    private Optional<Entry> read(String name, PageParts page) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        findings.dependsOn(name);
        return registry.find(name)
                .map(parser::parse)
                .filter(parsed -> parsed instanceof Parsed.Document(ObjectValue _))
                .map(parsed -> entry(name, (ObjectValue) ((Parsed.Document) parsed).root(), page));
    }

    private static Entry entry(String name, ObjectValue component, PageParts page) {
        Findings own = new Findings();
        return new Entry(component, new Mapping(new Definitions(name, component, own), page, own), own);
    }
}
