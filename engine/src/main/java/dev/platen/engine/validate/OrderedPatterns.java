package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.PatternPropertiesValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;

/** {@code patternProperties} in the order of the schema; the library's order differs from run to run. */
final class OrderedPatterns extends BaseKeywordValidator {
    private final List<PatternPropertiesValidator> patterns;

    OrderedPatterns(SchemaLocation location, JsonNode value, Schema schema, SchemaContext context) {
        super(KeywordType.PATTERN_PROPERTIES, value, location, schema, context);
        if (!value.isObject()) {
            throw new SchemaException("the value of patternProperties must be an object");
        }
        this.patterns = value.properties().stream()
                .map(member -> JsonNodeFactory.instance.objectNode().<JsonNode>set(member.getKey(), member.getValue()))
                .map(single -> new PatternPropertiesValidator(location, single, schema, context))
                .toList();
    }

    @Override
    public void validate(ExecutionContext execution, JsonNode data, JsonNode root, NodePath place) {
        patterns.forEach(pattern -> pattern.validate(execution, data, root, place));
    }

    @Override
    public void preloadSchema() {
        patterns.forEach(PatternPropertiesValidator::preloadSchema);
    }
}
