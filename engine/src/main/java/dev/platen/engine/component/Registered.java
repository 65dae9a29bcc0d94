package dev.platen.engine.component;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.dialect.StoredDocuments.Found;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Components that are documents of their own, stored under their name. Each is prepared once for a page. Not thread-safe. */
final class Registered {
    private final StoredDocuments stored;
    private final Findings findings;
    private final IdentityHashMap<Value, Entry> entries = new IdentityHashMap<>();

    Registered(StoredDocuments stored, Findings findings) {
        this.stored = stored;
        this.findings = findings;
    }

    /**
     * A component that was found.
     *
     * @param component the whole document
     * @param definitions what references in it lead to
     * @param mapping maps it, and what it consists of
     */
    record Entry(ObjectValue component, Definitions definitions, Mapping mapping) {}

    /** What came of looking for a component. */
    Found find(String name, Place reference) {
        return stored.find(name, reference);
    }

    /** The component that is this document. */
    Optional<Entry> entry(Value root, PageParts page) {
        if (!(root instanceof ObjectValue component)) {
            return Optional.empty();
        }
        Entry known = entries.get(component);
        if (known == null) {
            Definitions definitions = new Definitions(component.place().step(), component, findings);
            known = new Entry(component, definitions, new Mapping(definitions, page, findings));
            entries.put(component, known);
        }
        return Optional.of(known);
    }

    /** The component whose document a value stands in; empty where that is the page's. */
    Optional<Entry> around(Value value, PageParts page) {
        return stored.around(value.place()).flatMap(root -> entry(root, page));
    }
}
