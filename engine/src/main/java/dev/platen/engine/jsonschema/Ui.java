package dev.platen.engine.jsonschema;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The uiSchema of one part: options, which may stand as {@code ui:name} or under {@code ui:options}, and the uiSchemas of
 * its members. Options that nobody knows are let through.
 *
 * @param options the options by name, without prefix, those of the whole form included
 * @param node what it was read from, for its members
 * @param root the uiSchema of the whole form
 */
record Ui(TypedObject options, ObjectValue node, ObjectValue root, Findings findings) {
    private static final String PREFIX = "ui:";
    private static final String OPTIONS = "ui:options";
    private static final String GLOBAL = "ui:globalOptions";
    private static final String DEFINITIONS = "ui:definitions";

    /** The uiSchema of the root. */
    static Ui root(ObjectValue node, Findings findings) {
        return of(node, node, findings);
    }

    private static Ui of(ObjectValue node, ObjectValue root, Findings findings) {
        Map<String, Value> options = new LinkedHashMap<>();
        add(root.members().get(GLOBAL), options);
        add(node.members().get(OPTIONS), options);
        node.members().forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !name.equals(OPTIONS)) {
                options.put(name.substring(PREFIX.length()), value);
            }
        });
        Value legacy = node.members().get("classNames");
        if (legacy instanceof StringValue) {
            options.putIfAbsent("classNames", legacy);
        }
        return new Ui(new TypedObject(new ObjectValue(node.place(), options), findings), node, root, findings);
    }

    private static void add(@Nullable Value group, Map<String, Value> options) {
        if (group instanceof ObjectValue object) {
            options.putAll(object.members());
        }
    }

    /** No uiSchema but the options of the whole form. */
    Ui none() {
        return of(new ObjectValue(node.place(), Map.of()), root, findings);
    }

    /** Where a message about it points. */
    Place place() {
        return node.place();
    }

    /** The widget; empty for the usual one. */
    String widget() {
        return options.value("widget").orElse(null) instanceof StringValue text ? text.text() : "";
    }

    /** What the document adds to the classes of the theme. */
    String classes() {
        return options.text("classNames").orElse("");
    }

    /** The uiSchema of a member; nothing where there is none. */
    Ui member(String name) {
        Optional<Value> member = name.startsWith(PREFIX) ? Optional.empty() : node.member(name);
        if (member.isEmpty()) {
            return none();
        }
        if (member.get() instanceof ObjectValue object) {
            return of(object, root, findings);
        }
        findings.error(
                member.get().place(),
                TypedObject.WRONG_TYPE,
                "the uiSchema of '%s' must be an object, found %s"
                        .formatted(name, member.get().kind()));
        return none();
    }

    /** Whether there is a uiSchema for each of several, by position. */
    boolean hasPositions(String name) {
        return node.members().get(name) instanceof ArrayValue;
    }

    /** One of several uiSchemas, by position; where there is one for all of them, that. */
    Ui at(String name, int index) {
        if (node.members().get(name) instanceof ArrayValue list) {
            return index < list.items().size() && list.items().get(index) instanceof ObjectValue object
                    ? of(object, root, findings)
                    : none();
        }
        return member(name);
    }

    /** This uiSchema with another laid over it. */
    Ui with(ObjectValue over) {
        return over.members().isEmpty() ? this : of(Intersection.overlaid(node, over), root, findings);
    }

    /** This uiSchema over the one that the whole form has for a reference. */
    Ui over(String reference) {
        if (root.members().get(DEFINITIONS) instanceof ObjectValue definitions
                && definitions.members().get(reference) instanceof ObjectValue under) {
            return of(Intersection.overlaid(under, node), root, findings);
        }
        return this;
    }
}
