package dev.platen.engine.component;

import dev.platen.contract.id.SchemaName;
import dev.platen.engine.component.Registered.Entry;
import dev.platen.engine.dialect.Effect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments.Found.Stored;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Components with what they inherit: first what {@code $ref} refers to, then each of {@code allOf}, then their own. The
 * later wins, property by property. Children are appended, but one that has the {@code id} of an inherited child takes its
 * place.
 */
final class Inheritance {
    private static final Set<String> MEMBERS = Set.of(
            "type",
            "version",
            "id",
            "props",
            "children",
            "when",
            "each",
            "lazy",
            "allOf",
            "$ref",
            "$defs",
            "data",
            "slot",
            "parameters",
            "slots",
            "translations",
            "schema",
            "uiSchema",
            "uischema",
            "$schema",
            "title",
            "description");
    private static final Set<String> OWN = Set.of("props", "children", "allOf", "$ref", "$defs");
    private static final int DEEPEST = 32;

    private final Definitions definitions;
    private final PageParts page;
    private final Findings findings;

    Inheritance(Definitions definitions, PageParts page, Findings findings) {
        this.definitions = definitions;
        this.page = page;
        this.findings = findings;
    }

    Optional<Component> of(ObjectValue object) {
        return of(object, List.of());
    }

    @SuppressWarnings("ReferenceEquality") // the same place of the document, not one that looks like it
    private Optional<Component> of(ObjectValue object, List<ObjectValue> around) {
        boolean isCycle = around.stream().anyMatch(outer -> outer == object);
        if (isCycle || around.size() > DEEPEST) {
            findings.error(
                    object.place(),
                    "component-cycle",
                    "this component inherits from itself; break the cycle of '$ref' and 'allOf'");
            return Optional.empty();
        }
        object.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> unknown(object, name));
        List<ObjectValue> inner = new ArrayList<>(around);
        inner.add(object);
        Component component = new Component(object.place(), Map.of(), Map.of(), List.of());
        for (ObjectValue base : bases(object)) {
            Optional<Component> inherited = of(base, inner);
            if (inherited.isEmpty()) {
                return Optional.empty();
            }
            findings.did(Effect.MERGED);
            component = merged(component, inherited.get(), object.place());
        }
        return Optional.of(merged(component, own(object), object.place()));
    }

    private void unknown(ObjectValue object, String name) {
        Value value = object.members().get(name);
        findings.warning(
                value == null ? object.place() : value.place(),
                "unknown-member",
                "a component has no member '%s'%s; it is ignored".formatted(name, Suggestion.among(MEMBERS, name)));
    }

    private List<ObjectValue> bases(ObjectValue object) {
        List<ObjectValue> bases = new ArrayList<>();
        object.member("$ref").flatMap(this::target).ifPresent(bases::add);
        object.member("allOf").ifPresent(all -> {
            switch (all) {
                case ArrayValue array ->
                    array.items().forEach(item -> base(item).ifPresent(bases::add));
                case ObjectValue _, StringValue _, Value.NumberValue _, Value.BooleanValue _, Value.NullValue _ ->
                    wrong(all, "allOf", "an array of components");
            }
        });
        return bases;
    }

    /** A reference is seen from the document that it stands in, which may be a stored one that was inherited from. */
    private Optional<ObjectValue> target(Value reference) {
        Definitions here = page.registered()
                .around(reference, page)
                .map(Entry::definitions)
                .orElse(definitions);
        String text = reference instanceof StringValue string ? string.text() : "";
        int fragment = text.indexOf('#');
        String pointer = fragment < 0 ? "" : text.substring(fragment + 1);
        if (fragment == 0) {
            return here.target(reference, pointer);
        }
        Optional<Entry> stored = SchemaName.referredTo(text)
                .map(name -> page.registered().find(name.value(), reference.place()))
                .flatMap(found ->
                        found instanceof Stored(Value root) ? page.registered().entry(root, page) : Optional.empty());
        if (stored.isEmpty()) {
            here.unresolved(reference);
        }
        return stored.flatMap(entry -> entry.definitions().target(reference, pointer));
    }

    private Optional<ObjectValue> base(Value value) {
        if (value instanceof ObjectValue object) {
            return Optional.of(object);
        }
        wrong(value, "allOf", "an array of components");
        return Optional.empty();
    }

    private Component own(ObjectValue object) {
        Map<String, Value> members = new LinkedHashMap<>(object.members());
        members.keySet().removeAll(OWN);
        Map<String, Value> props = Map.of();
        if (object.member("props").isPresent()) {
            if (object.member("props").get() instanceof ObjectValue given) {
                props = given.members();
            } else {
                wrong(object.member("props").get(), "props", "an object");
            }
        }
        List<Value> children = object.member("children")
                .map(given -> given instanceof ArrayValue array ? array.items() : List.of(given))
                .orElse(List.of());
        return new Component(object.place(), members, props, children);
    }

    private void wrong(Value value, String name, String expected) {
        findings.error(
                value.place(), "wrong-type", "'%s' must be %s, found %s".formatted(name, expected, value.kind()));
    }

    private static Component merged(Component base, Component own, Place place) {
        Map<String, Value> members = new LinkedHashMap<>(base.members());
        members.putAll(own.members());
        Map<String, Value> props = new LinkedHashMap<>(base.props());
        props.putAll(own.props());
        List<Value> children = new ArrayList<>(base.children());
        for (Value child : own.children()) {
            int at = position(children, child);
            if (at < 0) {
                children.add(child);
            } else {
                children.set(at, child);
            }
        }
        return new Component(place, members, props, children);
    }

    private static int position(List<Value> children, Value child) {
        Optional<String> id = id(child);
        if (id.isPresent()) {
            for (int i = 0; i < children.size(); i++) {
                if (id(children.get(i)).equals(id)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Optional<String> id(Value child) {
        return child instanceof ObjectValue object && object.member("id").orElse(null) instanceof StringValue id
                ? Optional.of(id.text())
                : Optional.empty();
    }
}
