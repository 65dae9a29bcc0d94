package dev.platen.engine.jsonschema;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves references within one schema document; nothing is ever loaded from elsewhere. A dynamic reference leads to the
 * outermost anchor of its name, which is the one that validation finds where it starts from the root.
 */
final class References {
    static final String KEYWORD = "$ref";
    private static final String DYNAMIC = "$dynamicRef";
    private static final String RECURSIVE = "$recursiveRef";
    static final List<String> KEYWORDS = List.of(KEYWORD, DYNAMIC, RECURSIVE);

    private final ObjectValue root;
    private final Addresses addresses;
    private final Draft draft;
    private final Findings findings;
    private final Map<String, ObjectValue> resolved = new HashMap<>();

    References(ObjectValue root, Findings findings) {
        this.root = root;
        this.addresses = Addresses.of(root);
        this.draft = Draft.of(root);
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
        int fragment = address.indexOf('#');
        String resource = fragment < 0 ? address : address.substring(0, fragment);
        String within = fragment < 0 ? "" : address.substring(fragment + 1);
        Optional<ObjectValue> document = addresses.find(resource);
        if (document.isEmpty()) {
            findings.error(
                    reference.place(),
                    "reference-not-local",
                    "a reference must point into the same document (#/…, an $anchor or an $id of it), found '%s'; move the schema into $defs"
                            .formatted(reference.text()));
            return Optional.empty();
        }
        Optional<Value> found = within.isEmpty() || within.startsWith("/")
                ? Pointers.find(document.get(), within)
                : addresses.find(address).map(schema -> schema);
        return schema(found, reference);
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
