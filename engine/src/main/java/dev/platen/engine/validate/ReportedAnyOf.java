package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AnyOfValidator;
import com.networknt.schema.path.NodePath;

/** {@code anyOf} with an error of its own after those of its branches, as {@code oneOf} has one. */
final class ReportedAnyOf extends AnyOfValidator {
    ReportedAnyOf(SchemaLocation location, JsonNode value, Schema schema, SchemaContext context) {
        super(location, value, schema, context);
    }

    @Override
    public void validate(ExecutionContext execution, JsonNode data, JsonNode root, NodePath place) {
        int before = execution.getErrors().size();
        super.validate(execution, data, root, place);
        if (execution.getErrors().size() > before) {
            execution.addError(error().instanceNode(data)
                    .instanceLocation(place)
                    .evaluationPath(execution.getEvaluationPath())
                    .build());
        }
    }
}
