package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import java.io.IOException;

/** A schema that was read once, to validate data as often as wanted. Thread-safe. */
public final class Prepared {
    private final Schema schema;
    private final DocumentTexts own;
    private final SchemaBudget budget;
    private final JsonTrees trees;
    private final Limits limits;

    Prepared(Schema schema, DocumentTexts own, SchemaBudget budget, JsonTrees trees, Limits limits) {
        this.schema = schema;
        this.own = own;
        this.budget = budget;
        this.trees = trees;
        this.limits = limits;
    }

    /**
     * Validates. The same data and locale give the same outcome, errors in the same order.
     *
     * @param data JSON, as UTF-8
     * @param locale language of the messages as a BCP 47 tag, such as {@code de-AT}; English where there are none in it
     */
    public ValidationOutcome validate(byte[] data, String locale) {
        if (data.length > limits.dataBytes()) {
            return new ValidationRejected(new Problem(
                    ProblemCode.BODY_TOO_LARGE,
                    "data may have at most %s bytes, found %s; send less".formatted(limits.dataBytes(), data.length)));
        }
        try {
            return validate(trees.read(data), new ErrorReader(Texts.in(locale), own.in(locale), budget));
        } catch (IOException failure) {
            return new ValidationRejected(trees.problem(ProblemCode.DATA_REJECTED, failure));
        }
    }

    private ValidationOutcome validate(JsonNode data, ErrorReader errors) {
        BoundedExecution execution = new BoundedExecution(limits.renderSteps());
        try {
            return ScopedValue.where(BoundedExecution.CURRENT, execution)
                    .call(() -> new Validated(errors.read(schema.validate(execution, data, OutputFormat.DEFAULT))));
        } catch (RuntimeException failure) {
            return new ValidationRejected(Failures.explain(failure, "simplify the schema, or send less data"));
        }
    }
}
