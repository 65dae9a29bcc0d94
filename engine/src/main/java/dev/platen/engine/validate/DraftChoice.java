package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.dialect.DialectId;
import java.util.Set;

/**
 * The draft of a schema without {@code $schema}: 2020-12, unless it uses a keyword in a way that only older drafts give
 * a meaning to, and none that only newer ones do. Exclusive limits that are booleans mean draft 4; a list of schemas in
 * {@code items}, {@code additionalItems}, {@code definitions} and {@code dependencies} mean draft 7;
 * {@code $recursiveRef} means 2019-09.
 */
final class DraftChoice {
    private static final Set<String> NEW = Set.of(
            "$defs",
            "prefixItems",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedItems",
            "unevaluatedProperties",
            "minContains",
            "maxContains",
            "$anchor",
            "$dynamicRef",
            "$dynamicAnchor");
    private static final Set<String> OLD = Set.of("definitions", "dependencies", "additionalItems");
    private static final Set<String> OLDEST = Set.of("exclusiveMinimum", "exclusiveMaximum");
    private static final Set<String> RECURSIVE = Set.of("$recursiveRef", "$recursiveAnchor");
    /** Keywords whose members are named by the author. */
    static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "definitions", "$defs", "dependencies", "dependentSchemas");
    /** Keywords whose value is data. */
    static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

    private boolean isNew;
    private boolean isOld;
    private boolean isOldest;
    private boolean isRecursive;

    private DraftChoice() {}

    /** The address of the draft's meta-schema. */
    static String of(JsonNode schema) {
        DraftChoice signs = new DraftChoice();
        signs.readSchema(schema);
        if (signs.isRecursive) {
            return DialectId.DRAFT_2019_09;
        }
        if (signs.isNew) {
            return DialectId.DRAFT_2020_12;
        }
        if (signs.isOldest) {
            return DialectId.DRAFT_4;
        }
        return signs.isOld ? DialectId.DRAFT_7 : DialectId.DRAFT_2020_12;
    }

    private void readSchema(JsonNode schema) {
        if (schema.isArray()) {
            schema.forEach(this::readSchema);
        }
        schema.properties().forEach(member -> readKeyword(member.getKey(), member.getValue()));
    }

    private void readKeyword(String keyword, JsonNode value) {
        isNew |= NEW.contains(keyword);
        isRecursive |= RECURSIVE.contains(keyword);
        isOldest |= OLDEST.contains(keyword) && value.isBoolean();
        isOld |= OLD.contains(keyword) || (keyword.equals("items") && value.isArray());
        if (MAPS.contains(keyword)) {
            value.forEach(this::readSchema);
        } else if (!DATA.contains(keyword)) {
            readSchema(value);
        }
    }
}
