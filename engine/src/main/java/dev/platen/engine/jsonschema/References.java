package dev.platen.engine.jsonschema;

import dev.platen.contract.id.SchemaName;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.dialect.StoredDocuments.Found;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves references within one schema document and to stored ones; nothing is ever loaded from elsewhere. A dynamic reference leads to the
 * outermost anchor of its name, which is the one that validation finds where it starts from the root.
 */
final class References {
    static final String KEYWORD = "$ref";
    private static final String DYNAMIC = "$dynamicRef";
    private static final String RECURSIVE = "$recursiveRef";
    /** Keywords whose members are named by the author. */
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "definitions", "$defs", "dependencies", "dependentSchemas");

    static final List<String> KEYWORDS = List.of(KEYWORD, DYNAMIC, RECURSIVE);

    private final ObjectValue root;
    private final Addresses addresses;
    private final Draft draft;
    private final StoredDocuments stored;
    private final Findings findings;
    private final Map<String, ObjectValue> resolved = new HashMap<>();

    References(ObjectValue root, StoredDocuments stored, Findings findings) {
        this.root = root;
        this.addresses = Addresses.of(root);
        this.draft = Draft.of(root);
        this.stored = stored;
        this.findings = findings;
    }

    /** Whether the schema refers to another. */
    static boolean isReference(ObjectValue schema) {
        return schema.members().containsKey(KEYWORD)
                || schema.members().containsKey(DYNAMIC)
                || schema.members().containsKey(RECURSIVE);
    }

    /** Whether keywords beside a reference take part in validation. */
    boolean readsBesideReferences() {
        return draft.readsBesideReferences();
    }

    /** The schema that {@code schema} refers to, or empty where it refers to none or to one that does not exist. */
    Optional<ObjectValue> target(ObjectValue schema) {
        for (String keyword : KEYWORDS) {
            Optional<Value> reference = schema.member(keyword);
            if (reference.isPresent()) {
                return target(keyword, reference.get());
            }
        }
        return Optional.empty();
    }

    private Optional<ObjectValue> target(String keyword, Value reference) {
        if (!(reference instanceof StringValue text)) {
            findings.error(
                    reference.place(),
                    TypedObject.WRONG_TYPE,
                    "'%s' must be a string, found %s".formatted(keyword, reference.kind()));
            return Optional.empty();
        }
        String address = Addresses.resolve(addresses.base(reference), text.text());
        String key = keyword + " " + address;
        ObjectValue known = resolved.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ObjectValue> target = resolve(keyword, address, text); // each place that leads nowhere is a finding
        target.ifPresent(schema -> resolved.put(key, schema));
        return target;
    }

    private Optional<ObjectValue> resolve(String keyword, String address, StringValue reference) {
        Optional<ObjectValue> dynamic =
                switch (keyword) {
                    case DYNAMIC -> addresses.findDynamic(address.substring(address.indexOf('#') + 1));
                    case RECURSIVE ->
                        Optional.of(root)
                                .filter(schema ->
                                        schema.members().get("$recursiveAnchor") instanceof BooleanValue anchor
                                                && anchor.isTrue());
                    default -> Optional.empty();
                };
        return dynamic.or(() -> resolve(address, reference));
    }

    private Optional<ObjectValue> resolve(String address, StringValue reference) {
        Optional<ObjectValue> document = addresses.find(Addresses.withoutFragment(address));
        return document.isPresent() ? resolve(document.get(), address, reference) : resolveStored(reference);
    }

    private Optional<ObjectValue> resolve(ObjectValue document, String address, StringValue reference) {
        int fragment = address.indexOf('#');
        String within = fragment < 0 ? "" : address.substring(fragment + 1);
        Optional<Value> found = within.isEmpty() || within.startsWith("/")
                ? Pointers.find(document, within)
                : addresses.find(address).map(schema -> schema);
        return schema(found, reference);
    }

    /**
     * Looks for the stored documents that no part of the form led to: validation follows references everywhere. One that
     * is missing is a warning, because nothing may ever lead there.
     */
    void followStored() {
        Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Value> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            Value value = pending.poll();
            if (!seen.add(value)) {
                continue;
            }
            switch (value) {
                case ObjectValue object -> follow(object, pending);
                case ArrayValue array -> pending.addAll(array.items());
                default -> {}
            }
        }
    }

    private void follow(ObjectValue schema, Deque<Value> pending) {
        schema.members().forEach((name, member) -> {
            if (name.equals(KEYWORD) && member instanceof StringValue reference) {
                unreached(reference).ifPresent(pending::add);
            } else if (NAMED.contains(name) && member instanceof ObjectValue schemas) {
                pending.addAll(schemas.members().values());
            } else if (!Addresses.DATA.contains(name)) {
                pending.add(member);
            }
        });
    }

    private Optional<ObjectValue> unreached(StringValue reference) {
        String address = Addresses.resolve(addresses.base(reference), reference.text());
        Optional<ObjectValue> known = addresses.find(Addresses.withoutFragment(address));
        Optional<SchemaName> name = SchemaName.referredTo(reference.text());
        if (known.isPresent() || name.isEmpty()) {
            return known;
        }
        if (stored.find(name.get().value(), reference.place()) instanceof Found.Absent) {
            findings.warning(
                    reference.place(),
                    "document-unknown",
                    "there is no stored document '%s'; data that leads here cannot be validated".formatted(name.get()));
            return Optional.empty();
        }
        return document(name.get(), reference);
    }

    private Optional<ObjectValue> document(SchemaName name, StringValue reference) {
        String address = name.address();
        return addresses.find(address).or(() -> {
            Optional<ObjectValue> found = stored.schema(name.value(), reference.place());
            found.ifPresent(schema -> addresses.include(address, schema));
            return found;
        });
    }

    private Optional<ObjectValue> resolveStored(StringValue reference) {
        Optional<SchemaName> name = SchemaName.referredTo(reference.text());
        if (name.isEmpty()) {
            findings.error(
                    reference.place(),
                    "reference-not-local",
                    "a reference must point into the same document (#/…, an $anchor or an $id of it) or to a stored one by its name, found '%s'; move the schema into $defs, or store it"
                            .formatted(reference.text()));
            return Optional.empty();
        }
        String address = name.get().address();
        int fragment = reference.text().indexOf('#');
        return document(name.get(), reference)
                .flatMap(schema -> resolve(
                        schema,
                        fragment < 0 ? address : address + reference.text().substring(fragment),
                        reference));
    }

    private Optional<ObjectValue> schema(Optional<Value> found, StringValue reference) {
        if (found.isPresent() && found.get() instanceof BooleanValue any) {
            return Optional.of(ofBoolean(any));
        }
        if (found.isPresent() && found.get() instanceof ObjectValue object) {
            return Optional.of(object);
        }
        findings.error(
                reference.place(),
                "reference-dangling",
                "the reference '%s' leads to %s; point it to a schema"
                        .formatted(reference.text(), found.map(Value::kind).orElse("nothing")));
        return Optional.empty();
    }

    /** The object that says what a boolean schema says. */
    static ObjectValue ofBoolean(BooleanValue schema) {
        return new ObjectValue(
                schema.place(), schema.isTrue() ? Map.of() : Map.of("not", new ObjectValue(schema.place(), Map.of())));
    }

    /** The members of both; those beside the reference win. */
    static ObjectValue merged(ObjectValue schema, ObjectValue target) {
        Map<String, Value> members = new LinkedHashMap<>(target.members());
        schema.members().forEach((name, value) -> {
            if (!KEYWORDS.contains(name)) {
                members.put(name, value);
            }
        });
        return new ObjectValue(schema.place(), members);
    }

    /** The schema without the reference to another. */
    static ObjectValue withoutReference(ObjectValue schema) {
        return merged(schema, new ObjectValue(schema.place(), Map.of()));
    }

    /** A reference to the root, for a root that contains itself. */
    static ObjectValue toRoot(ObjectValue root) {
        return new ObjectValue(root.place(), Map.of(KEYWORD, new StringValue(root.place(), "#")));
    }
}
