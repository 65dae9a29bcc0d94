package dev.platen.engine.jsonschema;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The uiSchema of one part: options, which may stand as {@code ui:name} or under {@code ui:options}, and the uiSchemas of
 * its members.
 *
 * @param options the options by name, without prefix
 * @param node what it was read from, for its members
 */
record Ui(TypedObject options, ObjectValue node, Findings findings) {
    private static final String PREFIX = "ui:";
    private static final String OPTIONS = "ui:options";
    private static final Set<String> KNOWN = Set.of(
            "title",
            "description",
            "help",
            "placeholder",
            "widget",
            "order",
            "rows",
            "disabled",
            "readonly",
            "autofocus",
            "addable",
            "removable",
            "enumNames",
            "submitButtonOptions",
            "optionValueFormat");

    static Ui of(ObjectValue node, Findings findings) {
        Map<String, Value> options = new LinkedHashMap<>();
        node.member(OPTIONS)
                .filter(ObjectValue.class::isInstance)
                .map(ObjectValue.class::cast)
                .ifPresent(grouped -> options.putAll(grouped.members()));
        node.members().forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !name.equals(OPTIONS)) {
                options.put(name.substring(PREFIX.length()), value);
            }
        });
        return new Ui(new TypedObject(new ObjectValue(node.place(), options), findings), node, findings);
    }

    static Ui none(Place place, Findings findings) {
        return of(new ObjectValue(place, Map.of()), findings);
    }

    /** The uiSchema of a member; nothing where there is none. */
    Ui member(String name) {
        Optional<Value> member = name.startsWith(PREFIX) ? Optional.empty() : node.member(name);
        if (member.isEmpty()) {
            return none(node.place(), findings);
        }
        if (member.get() instanceof ObjectValue object) {
            return of(object, findings);
        }
        findings.error(
                member.get().place(),
                TypedObject.WRONG_TYPE,
                "the uiSchema of '%s' must be an object, found %s"
                        .formatted(name, member.get().kind()));
        return none(node.place(), findings);
    }

    /** Warns of options that would change the form if they were known. */
    void warnOfUnknown() {
        options.object().members().forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                findings.warning(
                        value.place(),
                        "unknown-option",
                        "the option 'ui:%s' is not supported and has no effect".formatted(name));
            }
        });
    }
}
