package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.DependenciesValidator;
import com.networknt.schema.keyword.DependentRequired;
import com.networknt.schema.path.NodePath;

/** {@code dependencies} whose errors name the member that is missing, as those of {@code dependentRequired} do. */
final class NamedDependencies extends DependenciesValidator {
    private final DependentRequired names;

    NamedDependencies(SchemaLocation location, JsonNode value, Schema schema, SchemaContext context) {
        super(location, withoutNames(value), schema, context);
        this.names = new DependentRequired(location, value, schema, context);
    }

    @Override
    public void validate(ExecutionContext execution, JsonNode data, JsonNode root, NodePath place) {
        names.validate(execution, data, root, place);
        super.validate(execution, data, root, place);
    }

    private static ObjectNode withoutNames(JsonNode dependencies) {
        ObjectNode schemas = JsonNodeFactory.instance.objectNode();
        dependencies.properties().stream()
                .filter(member -> !member.getValue().isArray())
                .forEach(member -> schemas.set(member.getKey(), member.getValue()));
        return schemas;
    }
}
