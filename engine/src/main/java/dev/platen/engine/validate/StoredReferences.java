package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.id.SchemaName;
import java.util.Optional;
import java.util.Set;

/**
 * Names in references become addresses that mean the same wherever they stand: {@code platen:name}. Only names of documents
 * that were handed in are replaced.
 *
 * @param names those of the documents
 */
record StoredReferences(Set<SchemaName> names) {
    private static final String REFERENCE = "$ref";

    /** Replaces the names in a schema, and returns it. */
    JsonNode addressed(JsonNode schema) {
        if (!names.isEmpty()) {
            readSchema(schema);
        }
        return schema;
    }

    private void readSchema(JsonNode schema) {
        if (schema.isArray()) {
            schema.forEach(this::readSchema);
        }
        if (schema instanceof ObjectNode object) {
            address(object.path(REFERENCE)).ifPresent(address -> object.put(REFERENCE, address));
            object.properties().forEach(member -> readKeyword(member.getKey(), member.getValue()));
        }
    }

    private Optional<String> address(JsonNode reference) {
        String text = reference.asText("");
        int fragment = text.indexOf('#');
        return SchemaName.referredTo(text)
                .filter(names::contains)
                .map(name -> name.address() + (fragment < 0 ? "" : text.substring(fragment)));
    }

    private void readKeyword(String keyword, JsonNode value) {
        if (DraftChoice.MAPS.contains(keyword)) {
            value.forEach(this::readSchema);
        } else if (!DraftChoice.DATA.contains(keyword)) {
            readSchema(value);
        }
    }
}
