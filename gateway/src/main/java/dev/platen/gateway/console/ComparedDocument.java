package dev.platen.gateway.console;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.contract.id.SchemaName;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One version of a stored document, with what its references mean. Not thread-safe. */
final class ComparedDocument {
    private static final List<String> NAMES_OF_PARTS = List.of("$id", "id", "$anchor");

    /**
     * A schema that a reference leads to.
     *
     * @param root of the document in which it stands, where references that begin with {@code #} lead on
     */
    record Target(JsonNode schema, JsonNode root) {}

    private final String name;
    private final JsonNode document;
    private final Map<String, JsonNode> others;
    private final IdentityHashMap<JsonNode, Map<String, JsonNode>> parts = new IdentityHashMap<>();

    /**
     * Takes a version.
     *
     * @param name what it is stored as
     * @param others stored documents that it may refer to, by their names
     */
    ComparedDocument(String name, JsonNode document, Map<String, JsonNode> others) {
        this.name = name;
        this.document = document;
        this.others = others;
    }

    /** Names of stored documents to which a document may refer. */
    static Set<String> namesIn(JsonNode document) {
        return document.findValues("$ref").stream()
                .filter(JsonNode::isTextual)
                .flatMap(reference -> SchemaName.referredTo(reference.asText()).stream())
                .map(SchemaName::value)
                .collect(Collectors.toSet());
    }

    /** The whole. */
    JsonNode document() {
        return document;
    }

    /** Its schema, or one that says nothing: a page of components without a schema takes no data that it could refuse. */
    JsonNode schema() {
        return schema(document);
    }

    private static JsonNode schema(JsonNode document) {
        if (document.path("schema").isObject()) {
            return document.path("schema");
        }
        boolean isSchema = document.path("children").isMissingNode() && document.isObject();
        return isSchema ? document : Json.object();
    }

    /** What a reference in the document with this root leads to; empty where that is not known. */
    Optional<Target> find(String reference, JsonNode root) {
        JsonNode named = parts(root).get(reference);
        if (named != null) {
            return Optional.of(new Target(named, root));
        }
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        return hash == 0
                ? part(root, fragment)
                : SchemaName.referredTo(reference)
                        .flatMap(other -> stored(other.value()))
                        .flatMap(other -> part(other, fragment));
    }

    private Optional<JsonNode> stored(String other) {
        return other.equals(name)
                ? Optional.of(schema())
                : Optional.ofNullable(others.get(other)).map(ComparedDocument::schema);
    }

    private Optional<Target> part(JsonNode root, String fragment) {
        JsonNode found = fragment.isEmpty() || fragment.startsWith("/")
                ? pointed(root, fragment)
                : parts(root).get("#" + fragment);
        return Optional.ofNullable(found).filter(part -> !part.isMissingNode()).map(part -> new Target(part, root));
    }

    private static JsonNode pointed(JsonNode root, String fragment) {
        try {
            String pointer = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
            return root.at(JsonPointer.compile(pointer));
        } catch (IllegalArgumentException malformed) {
            return Json.missing();
        }
    }

    /** The parts of a document that have a name of their own, by what refers to them. */
    private Map<String, JsonNode> parts(JsonNode root) {
        return parts.computeIfAbsent(root, _ -> {
            Map<String, JsonNode> named = new HashMap<>();
            for (String keyword : NAMES_OF_PARTS) {
                for (JsonNode part : root.findParents(keyword)) {
                    String label = part.path(keyword).asText();
                    named.put(keyword.equals("$anchor") ? "#" + label : label, part);
                }
            }
            return named;
        });
    }
}
