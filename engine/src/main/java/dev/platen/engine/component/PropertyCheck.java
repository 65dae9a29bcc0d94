package dev.platen.engine.component;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds properties against what the component can be given; what does not fit is reported and left out. */
record PropertyCheck(Findings findings) {
    /** Properties that every component has: classes of the author's own. */
    private static final Property CLASSES = Property.of("class", Property.Kind.TEXT);

    Map<String, Value> checked(String type, List<Property> properties, Component component) {
        Map<String, Property> known = new LinkedHashMap<>();
        known.put(CLASSES.name(), CLASSES);
        properties.forEach(property -> known.put(property.name(), property));
        Map<String, Value> fit = new LinkedHashMap<>();
        component.props().forEach((name, value) -> {
            Property property = known.get(name);
            if (property == null) {
                findings.error(
                        value.place(),
                        "unknown-property",
                        "'%s' has no property '%s'%s; it has %s"
                                .formatted(
                                        type,
                                        name,
                                        Suggestion.among(known.keySet(), name),
                                        String.join(", ", known.keySet())));
            } else if (isFit(property, value)) {
                fit.put(name, value);
            }
        });
        properties.stream()
                .filter(property -> property.isRequired() && !component.props().containsKey(property.name()))
                .forEach(property -> findings.error(
                        component.place(),
                        "property-missing",
                        "'%s' needs the property '%s': %s"
                                .formatted(
                                        type, property.name(), property.kind().expected())));
        return fit;
    }

    private boolean isFit(Property property, Value value) {
        boolean isFit = (Values.isExpression(value)
                        && property.kind() != Property.Kind.CHOICE
                        && property.kind() != Property.Kind.COUNT)
                || hasKind(property.kind(), value);
        if (!isFit) {
            findings.error(
                    value.place(),
                    "wrong-type",
                    "'%s' must be %s, found %s"
                            .formatted(property.name(), property.kind().expected(), value.kind()));
            return false;
        }
        boolean isChosen = property.choices().isEmpty()
                || (value instanceof StringValue text && property.choices().contains(text.text()));
        if (!isChosen) {
            findings.error(
                    value.place(),
                    "value-unknown",
                    "'%s' must be one of %s".formatted(property.name(), String.join(", ", property.choices())));
        }
        return isChosen;
    }

    private static boolean hasKind(Property.Kind kind, Value value) {
        return switch (kind) {
            case TEXT -> value instanceof StringValue || value instanceof NumberValue;
            case FLAG -> value instanceof BooleanValue;
            case COUNT -> value instanceof NumberValue number && number.text().matches("[0-9]{1,6}");
            case CHOICE, EXPRESSION -> value instanceof StringValue;
            case LIST -> value instanceof StringValue || value instanceof ArrayValue;
            case ARRAY -> value instanceof ArrayValue;
            case OBJECT -> value instanceof ObjectValue;
        };
    }
}
