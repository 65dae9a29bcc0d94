package dev.platen.engine.jsonschema;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome.Refused;
import dev.platen.engine.json.MembersOutcome.Sliced;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.Map;
import java.util.Optional;

/**
 * What a document consists of.
 *
 * @param schema the schema
 * @param uiSchema the uiSchema; empty where there is none
 * @param data the data, as it is written in the document; empty where there is none
 */
record Parts(ObjectValue schema, ObjectValue uiSchema, byte[] data) {
    private static final String SCHEMA = "schema";
    private static final byte[] NO_DATA = {};

    /** A document with a member {@code schema} has parts; any other is a schema. */
    static Parts of(ObjectValue document, byte[] source, Limits limits, Findings findings) {
        TypedObject members = new TypedObject(document, findings);
        ObjectValue none = new ObjectValue(document.place(), Map.of());
        Optional<Value> schema = document.member(SCHEMA);
        if (schema.isEmpty()) {
            return new Parts(document, none, NO_DATA);
        }
        return new Parts(
                schema.get() instanceof BooleanValue bool
                        ? References.ofBoolean(bool)
                        : members.objectAt(SCHEMA).orElse(none),
                members.objectAt("uiSchema").orElse(none),
                data(source, limits));
    }

    private static byte[] data(byte[] source, Limits limits) {
        return switch (Members.of(source, limits)) {
            case Sliced sliced -> sliced.members().getOrDefault("data", NO_DATA);
            case Refused refused -> NO_DATA; // cannot be: the document was read within the same limits
        };
    }
}
