package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import java.util.Optional;

/**
 * A keyword of the library within the budget of one schema, or ours in its place where the library's is not exact, not
 * bounded, or not the same every time.
 */
record BoundedKeyword(Keyword keyword, SchemaBudget budget) implements Keyword {
    static final String ERROR_MESSAGE = "errorMessage";

    @Override
    public String getValue() {
        return keyword.getValue();
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode value, Schema schema, SchemaContext context)
            throws Exception {
        budget.countKeyword();
        JsonNode owner = schema.getSchemaNode();
        boolean hasTexts = owner.has(ERROR_MESSAGE) || owner.has(DocumentTexts.I18N);
        if (hasTexts || (keyword == KeywordType.REQUIRED && owner.has("properties"))) {
            budget.remember(schema.getSchemaLocation().toString(), owner);
        }
        Optional<ExactChecks.Check> check = ExactChecks.of(getValue(), value, owner);
        if (check.isPresent()) {
            return new CheckValidator(this, location, value, schema, context, check.get());
        }
        return switch (getValue()) {
            case "$ref" -> new BoundedReference(location, value, schema, context, budget);
            case "anyOf" -> new ReportedAnyOf(location, value, schema, context);
            case "patternProperties" -> new OrderedPatterns(location, value, schema, context);
            case "dependencies" -> new NamedDependencies(location, value, schema, context);
            default -> keyword.newValidator(location, value, schema, context);
        };
    }
}
