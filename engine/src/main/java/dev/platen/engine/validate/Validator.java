package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.SchemaLoader;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Validates data against the schema of a document, as the {@code $schema} in it says, else as JSON Schema 2020-12;
 * {@code format} is asserted. Nothing is ever loaded from elsewhere but the meta-schemas within the library. Thread-safe.
 */
public final class Validator {
    private static final String SCHEMA = "schema";
    private static final List<String> META_SCHEMAS = List.of("https://json-schema.org/", "http://json-schema.org/");

    private final Limits limits;
    private final JsonTrees trees;
    private final SchemaRegistryConfig config;
    private final SchemaLoader loader;

    /** A validator within these limits. */
    public Validator(Limits limits) {
        this.limits = limits;
        this.trees = new JsonTrees(limits);
        this.config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(new BoundedPatterns())
                .formatAssertionsEnabled(true)
                .locale(Locale.ROOT)
                .pathType(PathType.JSON_POINTER)
                .preloadSchema(false)
                .build();
        this.loader = SchemaLoader.builder()
                .allow(iri -> META_SCHEMAS.stream().anyMatch(iri.toString()::startsWith))
                .fetchRemoteResources(false)
                .build();
    }

    /**
     * Validates.
     *
     * @param document a JSON Schema, or an object with {@code schema}
     * @param data JSON
     */
    public ValidationOutcome validate(byte[] document, byte[] data) {
        if (document.length > limits.schemaBytes() || data.length > limits.dataBytes()) {
            return new ValidationRejected(new Problem(
                    ProblemCode.BODY_TOO_LARGE,
                    "a document may have at most %d bytes and data %d, found %d and %d"
                            .formatted(limits.schemaBytes(), limits.dataBytes(), document.length, data.length)));
        }
        JsonNode schema;
        try {
            JsonNode read = trees.read(document);
            schema = read.path(SCHEMA).isObject() ? read.path(SCHEMA) : read;
        } catch (IOException failure) {
            return rejected(ProblemCode.SCHEMA_REJECTED, failure);
        }
        try {
            return validate(schema, trees.read(data));
        } catch (IOException failure) {
            return rejected(ProblemCode.DATA_REJECTED, failure);
        }
    }

    private ValidationOutcome validate(JsonNode schema, JsonNode data) {
        try {
            // A registry remembers the schemas that it has seen, so that each document gets its own.
            Schema compiled = SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config)
                                    .schemaLoader(loader)
                                    .schemaCacheEnabled(false))
                    .getSchema(schema);
            List<Error> errors =
                    compiled.validate(new BoundedExecution(limits.renderSteps()), data, OutputFormat.DEFAULT);
            return new Validated(errors.stream().map(Validator::error).toList());
        } catch (BoundedPatterns.PatternRefused refused) {
            return rejected("a pattern of the schema is refused: " + refused.getMessage());
        } catch (BoundedExecution.Exhausted exhausted) {
            return rejected("%s; simplify the schema, or send less data".formatted(exhausted.getMessage()));
        } catch (SchemaException broken) {
            return broken.getCause() instanceof BoundedPatterns.PatternRefused refused
                    ? rejected("a pattern of the schema is refused: " + refused.getMessage())
                    : rejected("the schema cannot be used to validate: " + broken.getMessage());
        } catch (IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException unforeseen) {
            // the library trusts schemas to be well-formed; what it trips over is the schema's fault, not the caller's
            return rejected("the schema is malformed in a way that keeps it from being used");
        }
    }

    private static ValidationError error(Error error) {
        return new ValidationError(
                error.getInstanceLocation().toString(),
                error.getEvaluationPath().toString(),
                error.getMessage());
    }

    private static ValidationRejected rejected(String detail) {
        return new ValidationRejected(new Problem(ProblemCode.SCHEMA_REJECTED, detail));
    }

    private ValidationRejected rejected(ProblemCode code, IOException failure) {
        if (failure instanceof JsonTrees.Unfit unfit) {
            return new ValidationRejected(new Problem(code, unfit.detail()));
        }
        Diagnostic diagnostic = trees.source().explain(failure);
        return new ValidationRejected(new Problem(code, diagnostic.message(), List.of(diagnostic)));
    }
}
