package dev.platen.engine.component;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Option;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.expression.Bindings.Argument;
import dev.platen.engine.expression.Expressions;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a component of the document's own is given for its parameters. */
record Parameters(Values values, Findings findings) {
    private static final Constant NOTHING = new Constant.Single(new Option(Option.Type.NULL, ""));

    Map<String, Argument> given(Component definition, Component use, String type, Placement at) {
        Map<String, Value> declared = definition.member("parameters").orElse(null) instanceof ObjectValue object
                ? object.members()
                : Map.of();
        use.props().forEach((name, value) -> {
            if (!declared.containsKey(name)) {
                findings.error(
                        value.place(),
                        "unknown-property",
                        "'%s' has no parameter '%s'%s"
                                .formatted(type, name, Suggestion.among(declared.keySet(), name)));
            }
        });
        Map<String, Argument> given = new LinkedHashMap<>();
        declared.forEach((name, declaration) -> given.put(name, argument(name, declaration, use, type, at)));
        return given;
    }

    private Argument argument(String name, Value declaration, Component use, String type, Placement at) {
        Optional<Value> value = Optional.ofNullable(use.props().get(name));
        if (value.isPresent()) {
            fit(name, declaration, value.get());
            return values.argument(value.get(), at);
        }
        ObjectValue details =
                declaration instanceof ObjectValue object ? object : new ObjectValue(declaration.place(), Map.of());
        if (details.member("required").orElse(null) instanceof Value.BooleanValue required && required.isTrue()) {
            findings.error(
                    use.place(), "property-missing", "'%s' needs the property '%s'; add it".formatted(type, name));
        }
        return Expressions.argument(
                details.member("default").map(Values::constant).orElse(NOTHING), at.bindings());
    }

    private void fit(String name, Value declaration, Value value) {
        if (!(declaration instanceof ObjectValue details)
                || !(details.member("type").orElse(null) instanceof Value.StringValue type)
                || Values.isExpression(value)) {
            return;
        }
        boolean isFit =
                switch (type.text()) {
                    case "string" -> value instanceof Value.StringValue;
                    case "number" -> value instanceof Value.NumberValue;
                    case "boolean" -> value instanceof Value.BooleanValue;
                    case "list" -> value instanceof Value.ArrayValue;
                    case "object" -> value instanceof ObjectValue;
                    default -> true;
                };
        if (!isFit) {
            findings.error(
                    value.place(),
                    "wrong-type",
                    "'%s' must be a %s or an expression, found %s".formatted(name, type.text(), value.kind()));
        }
    }
}
