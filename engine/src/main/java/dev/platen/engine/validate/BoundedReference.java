package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.RefValidator;

/** {@code $ref}, which is followed when the schema is read, so that a dangling one is found before any data comes. */
final class BoundedReference extends RefValidator {
    private final SchemaBudget budget;

    BoundedReference(
            SchemaLocation location, JsonNode value, Schema schema, SchemaContext context, SchemaBudget budget) {
        super(location, value, schema, context);
        this.budget = budget;
    }

    @Override
    public void preloadSchema() {
        budget.enterReference();
        try {
            super.preloadSchema();
        } finally {
            budget.leaveReference();
        }
    }
}
