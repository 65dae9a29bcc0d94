package dev.platen.engine.jsonforms;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome.Refused;
import dev.platen.engine.json.MembersOutcome.Sliced;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import dev.platen.engine.jsonschema.Checks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a document consists of.
 *
 * @param schema the schema; that of the data where there is none
 * @param layout the UI schema; a generated one where there is none
 * @param config options of the whole form
 * @param details layouts by the names that options of controls use
 * @param translations for each locale, texts by key
 * @param data the data, as it is written in the document; empty where there is none
 * @param scopes finds schemas
 * @param checks lowers schemas to conditions
 */
record Document(
        ObjectValue schema,
        ObjectValue layout,
        ObjectValue config,
        ObjectValue details,
        Map<String, ObjectValue> translations,
        byte[] data,
        Scopes scopes,
        Checks checks) {
    private static final byte[] NO_DATA = {};

    static Document of(ObjectValue object, byte[] source, StoredDocuments stored, Limits limits, Findings findings) {
        Typed members = new Typed(object, findings);
        ObjectValue none = Typed.nothing(object.place());
        ObjectValue schema = members.objectAt("schema")
                .or(() -> object.member("data").map(Generated::schema))
                .orElse(none);
        Scopes scopes = new Scopes(schema, stored);
        ObjectValue resolved = scopes.resolved(schema).schema();
        Map<String, ObjectValue> translations = new LinkedHashMap<>();
        members.objectAt("translations").ifPresent(locales -> locales.members().forEach((locale, texts) -> {
            if (texts instanceof ObjectValue known) {
                translations.put(locale, known);
            }
        }));
        return new Document(
                schema,
                members.objectAt("uischema")
                        .orElseGet(() -> Generated.layout(new Typed(resolved, findings), "VerticalLayout")),
                members.objectAt("config").orElse(none),
                members.objectAt("uischemas").orElse(none),
                translations,
                data(source, limits),
                scopes,
                new Checks(schema, stored, findings));
    }

    /** The options of an element, over those of the whole form. */
    ObjectValue options(Typed element) {
        Map<String, Value> options = new LinkedHashMap<>(config.members());
        element.objectAt("options").ifPresent(own -> options.putAll(own.members()));
        return new ObjectValue(element.place(), options);
    }

    /** The layout that {@code detail} names, where the document brings it in {@code uischemas}. */
    Optional<ObjectValue> registered(Value name, Findings findings) {
        Optional<ObjectValue> found = name instanceof StringValue text
                ? details.member(text.text())
                        .filter(ObjectValue.class::isInstance)
                        .map(ObjectValue.class::cast)
                : Optional.empty();
        if (found.isEmpty()) {
            findings.warning(
                    name.place(),
                    "detail-unknown",
                    "'detail' is GENERATE, a UI schema, or the name of one in 'uischemas'; a generated one is shown");
        }
        return found;
    }

    private static byte[] data(byte[] source, Limits limits) {
        return switch (Members.of(source, limits)) {
            case Sliced sliced -> sliced.members().getOrDefault("data", NO_DATA);
            case Refused refused -> NO_DATA; // cannot be: the document was read within the same limits
        };
    }
}
