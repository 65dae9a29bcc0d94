package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.PathType;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Validates data against the schema of a document, as the {@code $schema} in it says. Without one the schema is read as
 * JSON Schema 2020-12, or as the draft that its keywords belong to: draft 4 where exclusive limits are booleans, draft 7
 * where {@code items} is a list or {@code definitions}, {@code dependencies} or {@code additionalItems} appear beside no
 * newer keyword. {@code format} is asserted in every draft. Nothing is ever loaded from elsewhere but the standard
 * meta-schemas, which are in the library. Thread-safe.
 */
public final class Validator {
    private static final String SCHEMA = "schema";
    /** What documents of JSON Forms have beside it. */
    private static final String UI_SCHEMA = "uischema";

    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null", "any");

    private final Limits limits;
    private final JsonTrees trees;
    private final JsonTrees dataTrees;

    /** A validator within these limits. */
    public Validator(Limits limits) {
        this.limits = limits;
        this.trees = new JsonTrees(limits);
        this.dataTrees = new JsonTrees(limits.ofData());
    }

    /** Reads a schema that refers to nothing but itself. */
    public Preparation prepare(byte[] document) {
        return prepare(document, Map.of());
    }

    /**
     * Reads a schema, and all that its references lead to, so that what is missing is found before any data comes.
     *
     * @param document a JSON Schema, or an object with {@code schema}
     * @param registry documents that the schema may refer to, by the name under which they are stored or by their absolute
     *     address
     */
    public Preparation prepare(byte[] document, Map<String, byte[]> registry) {
        if (document.length > limits.schemaBytes()) {
            return new Preparation.Rejected(new Problem(
                    ProblemCode.BODY_TOO_LARGE,
                    "a document may have at most %s bytes, found %s; make it smaller or split it"
                            .formatted(limits.schemaBytes(), document.length)));
        }
        try {
            JsonNode read = trees.read(document);
            StoredReferences references = new StoredReferences(registry.keySet().stream()
                    .filter(SchemaName::isValid)
                    .map(SchemaName::new)
                    .collect(Collectors.toSet()));
            boolean isOfJsonForms = read.path(SCHEMA).isObject() && read.has(UI_SCHEMA);
            return prepare(
                    references.addressed(schema(read)),
                    addressed(registry, references),
                    isOfJsonForms ? Formats.withLocalTimes() : Formats.OWN,
                    isOfJsonForms ? DocumentTexts.of(read) : DocumentTexts.NONE);
        } catch (IOException failure) {
            return new Preparation.Rejected(trees.problem(ProblemCode.SCHEMA_REJECTED, failure));
        }
    }

    private Map<String, byte[]> addressed(Map<String, byte[]> registry, StoredReferences references)
            throws IOException {
        Map<String, byte[]> addressed = new HashMap<>(registry);
        for (SchemaName name : references.names()) {
            JsonNode schema = schema(trees.read(Objects.requireNonNull(addressed.remove(name.value()))));
            byte[] bytes = references.addressed(schema).toString().getBytes(StandardCharsets.UTF_8);
            addressed.put(name.address(), bytes);
        }
        return addressed;
    }

    /** A page is no schema: where it does not bring one, any data will do. */
    private static JsonNode schema(JsonNode document) {
        if (document.path(SCHEMA).isObject()) {
            return document.path(SCHEMA);
        }
        JsonNode type = document.path("type");
        boolean isPage = document.isArray() || (type.isTextual() && !TYPES.contains(type.textValue()));
        return isPage ? JsonNodeFactory.instance.objectNode() : document;
    }

    /**
     * Validates once, with messages in English.
     *
     * @param document a JSON Schema, or an object with {@code schema}
     * @param data JSON
     */
    public ValidationOutcome validate(byte[] document, byte[] data) {
        return switch (prepare(document)) {
            case Preparation.Rejected(Problem problem) -> new ValidationRejected(problem);
            case Preparation.Ready(Prepared schema) -> schema.validate(data, "en");
        };
    }

    private Preparation prepare(
            JsonNode document, Map<String, byte[]> registry, List<Format> formats, DocumentTexts texts) {
        SchemaBudget budget = new SchemaBudget();
        BoundedPatterns patterns = new BoundedPatterns(budget);
        try {
            Schema schema = registry(
                            document, patterns, new Drafts(budget, formats), new RegistryDocuments(registry, trees))
                    .getSchema(document);
            schema.initializeValidators();
            Optional<String> refusal = patterns.refusal();
            return refusal.isPresent()
                    ? new Preparation.Rejected(Failures.pattern(refusal.get()))
                    : new Preparation.Ready(new Prepared(schema, texts, budget, dataTrees, limits));
        } catch (RuntimeException failure) {
            return new Preparation.Rejected(Failures.explain(failure, "simplify it"));
        }
    }

    private static SchemaRegistry registry(
            JsonNode document, BoundedPatterns patterns, Drafts drafts, RegistryDocuments documents) {
        return SchemaRegistry.builder()
                .defaultDialectId(DraftChoice.of(document))
                .dialectRegistry(drafts)
                .nodeReader(documents)
                .schemaLoader(documents.loader())
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .regularExpressionFactory(patterns)
                        .formatAssertionsEnabled(true)
                        .locale(Locale.ROOT)
                        .pathType(PathType.JSON_POINTER)
                        .preloadSchema(false)
                        .build())
                .build();
    }
}
