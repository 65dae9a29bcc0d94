package dev.platen.engine.jsonschema;

import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;

/** The drafts of JSON Schema, as far as they differ in what concerns references. */
enum Draft {
    /** Identifiers are called {@code id}; keywords beside a reference are ignored. */
    DRAFT_4("id"),
    /** Keywords beside a reference are ignored. Draft 6 and 7. */
    DRAFT_7("$id"),
    /** Keywords beside a reference count. 2019-09, 2020-12, and documents that name no draft. */
    MODERN("$id");

    private final String identifier;

    Draft(String identifier) {
        this.identifier = identifier;
    }

    /** The draft that a schema names. */
    static Draft of(ObjectValue schema) {
        Value named = schema.members().get("$schema");
        String text = named instanceof StringValue name ? name.text() : "";
        if (text.contains("draft-03") || text.contains("draft-04")) {
            return DRAFT_4;
        }
        return text.contains("draft-06") || text.contains("draft-07") ? DRAFT_7 : MODERN;
    }

    /** The keyword that gives a schema its address. */
    String identifier() {
        return identifier;
    }

    /** Whether the keywords beside a reference count. */
    boolean readsBesideReferences() {
        return this == MODERN;
    }
}
