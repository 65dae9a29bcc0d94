package dev.platen.engine.jsonschema;

import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the schemas of one document are called: by {@code $id}, {@code $anchor} and {@code $dynamicAnchor}. */
final class Addresses {
    static final Set<String> DATA = Set.of("enum", "const", "default", "examples", "example");

    private final Draft draft;
    private final String rootBase;
    private final Map<String, ObjectValue> schemas = new HashMap<>();
    private final Map<String, ObjectValue> dynamic = new HashMap<>();
    private final IdentityHashMap<Value, String> bases = new IdentityHashMap<>();

    private Addresses(ObjectValue root) {
        this.draft = Draft.of(root);
        this.rootBase = own(root).map(Addresses::withoutFragment).orElse("");
    }

    /** Finds all addresses in a document; addresses in what is data rather than schema do not count. */
    static Addresses of(ObjectValue root) {
        Addresses addresses = new Addresses(root);
        addresses.schemas.put(addresses.rootBase, root);
        addresses.schemas.putIfAbsent("", root);
        addresses.walk(root, addresses.rootBase);
        return addresses;
    }

    /** Adds all addresses of another document, whose references start from {@code address} where it has none of its own. */
    void include(String address, ObjectValue root) {
        String base = own(root).map(id -> withoutFragment(resolve(address, id))).orElse(address);
        schemas.putIfAbsent(address, root);
        schemas.putIfAbsent(base, root);
        walk(root, base);
    }

    /** The address that relative references within {@code schema} start from. */
    String base(Value schema) {
        return bases.getOrDefault(schema, rootBase);
    }

    /** The schema of this address, without fragment or with the name of an anchor as its fragment. */
    Optional<ObjectValue> find(String address) {
        return Optional.ofNullable(schemas.get(address));
    }

    /** The outermost schema with this dynamic anchor. */
    Optional<ObjectValue> findDynamic(String anchor) {
        return Optional.ofNullable(dynamic.get(anchor));
    }

    private void walk(ObjectValue root, String rootsOwn) {
        Deque<Value> pending = new ArrayDeque<>();
        pending.add(root);
        bases.put(root, rootsOwn);
        while (!pending.isEmpty()) {
            Value value = pending.poll();
            String base = base(value);
            switch (value) {
                case ObjectValue object -> {
                    String inner = value.place().equals(root.place()) ? base : name(object, base);
                    bases.put(object, inner);
                    anchors(object, inner);
                    object.members().forEach((name, member) -> {
                        if (!DATA.contains(name) || member instanceof ObjectValue) {
                            push(member, inner, pending);
                        }
                    });
                }
                case ArrayValue array -> array.items().forEach(item -> push(item, base, pending));
                default -> {}
            }
        }
    }

    private void push(Value value, String base, Deque<Value> pending) {
        bases.put(value, base);
        if (value instanceof ObjectValue || value instanceof ArrayValue) {
            pending.add(value);
        }
    }

    private String name(ObjectValue schema, String base) {
        Optional<String> own = own(schema);
        if (own.isEmpty()) {
            return base;
        }
        if (own.get().startsWith("#")) {
            schemas.putIfAbsent(base + own.get(), schema);
            return base;
        }
        String address = withoutFragment(resolve(base, own.get()));
        schemas.putIfAbsent(address, schema);
        return address;
    }

    private Optional<String> own(ObjectValue schema) {
        return text(schema, draft.identifier());
    }

    private void anchors(ObjectValue schema, String base) {
        text(schema, "$anchor").ifPresent(anchor -> schemas.putIfAbsent(base + "#" + anchor, schema));
        text(schema, "$dynamicAnchor").ifPresent(anchor -> {
            schemas.putIfAbsent(base + "#" + anchor, schema);
            dynamic.putIfAbsent(anchor, schema);
        });
    }

    private static Optional<String> text(ObjectValue schema, String name) {
        return schema.member(name).filter(StringValue.class::isInstance).map(value -> ((StringValue) value).text());
    }

    /** The address that a reference means, seen from {@code base}; one that is no URI stands for itself. */
    static String resolve(String base, String reference) {
        if (reference.startsWith("#")) {
            return base + reference;
        }
        try {
            return base.isEmpty()
                    ? reference
                    : new URI(base).resolve(new URI(reference)).toString();
        } catch (URISyntaxException notAnAddress) {
            return reference;
        }
    }

    static String withoutFragment(String address) {
        int fragment = address.indexOf('#');
        return fragment < 0 ? address : address.substring(0, fragment);
    }
}
