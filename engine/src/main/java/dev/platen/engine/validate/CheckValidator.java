package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;

/** A keyword that is one of our checks. */
final class CheckValidator extends BaseKeywordValidator {
    private final ExactChecks.Check check;

    CheckValidator(
            Keyword keyword,
            SchemaLocation location,
            JsonNode value,
            Schema schema,
            SchemaContext context,
            ExactChecks.Check check) {
        super(keyword, value, location, schema, context);
        this.check = check;
    }

    @Override
    public void validate(ExecutionContext execution, JsonNode data, JsonNode root, NodePath place) {
        if (!check.fits(data, BoundedExecution.CURRENT.get())) {
            execution.addError(error().instanceNode(data)
                    .instanceLocation(place)
                    .evaluationPath(execution.getEvaluationPath())
                    .build());
        }
    }
}
