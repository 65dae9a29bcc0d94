package dev.platen.engine.jsonforms;

import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The elements that stand for a schema without a UI schema, and the schema that stands for data without one. */
final class Generated {
    private Generated() {}

    /** A layout with a control for each property in their order, or for the whole where it has none. */
    static ObjectValue layout(Typed schema, String type) {
        List<Value> elements = new ArrayList<>();
        boolean isCombined = schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf");
        if (isCombined || !Pointed.types(schema).equals(Set.of("object"))) {
            elements.add(control(schema.place(), "#"));
        } else {
            elements.addAll(controls(schema));
        }
        return layout(schema.place(), type, elements);
    }

    /** A control for each property. */
    static List<Value> controls(Typed schema) {
        List<Value> controls = new ArrayList<>();
        schema.objectAt("properties")
                .ifPresent(properties -> properties.members().forEach((name, property) -> {
                    String step = name.replace("~", "~0").replace("/", "~1");
                    controls.add(control(property.place(), "#/properties/" + step));
                }));
        return controls;
    }

    static ObjectValue layout(Place place, String type, List<Value> elements) {
        return object(place, Map.of("type", new StringValue(place, type), "elements", new ArrayValue(place, elements)));
    }

    private static ObjectValue control(Place place, String scope) {
        return object(place, Map.of("type", new StringValue(place, "Control"), "scope", new StringValue(place, scope)));
    }

    /** What data looks like: its members must be there, and lists look like their first item. */
    static ObjectValue schema(Value data) {
        Place place = data.place();
        return switch (data) {
            case ObjectValue object -> {
                Map<String, Value> properties = new LinkedHashMap<>();
                object.members().forEach((name, member) -> properties.put(name, schema(member)));
                List<Value> required = properties.keySet().stream()
                        .map(name -> text(place, name))
                        .toList();
                yield object(
                        place,
                        Map.of(
                                "type",
                                text(place, "object"),
                                "properties",
                                object(place, properties),
                                "required",
                                new ArrayValue(place, required)));
            }
            case ArrayValue array ->
                array.items().isEmpty()
                        ? typed(place, "array")
                        : object(
                                place,
                                Map.of(
                                        "type",
                                        text(place, "array"),
                                        "items",
                                        schema(array.items().getFirst())));
            case StringValue text -> typed(place, "string");
            case Value.NumberValue number -> typed(place, number.text().matches("-?[0-9]+") ? "integer" : "number");
            case Value.BooleanValue bool -> typed(place, "boolean");
            case Value.NullValue nothing -> typed(place, "null");
        };
    }

    private static ObjectValue typed(Place place, String type) {
        return object(place, Map.of("type", text(place, type)));
    }

    private static Value text(Place place, String text) {
        return new StringValue(place, text);
    }

    private static ObjectValue object(Place place, Map<String, Value> members) {
        return new ObjectValue(place, members);
    }
}
