package dev.platen.engine.component;

import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One component of a document, with what it inherits.
 *
 * @param place where it stands
 * @param members its members, but for properties and children
 * @param props its properties
 * @param children what it contains
 */
record Component(Place place, Map<String, Value> members, Map<String, Value> props, List<Value> children) {
    Component {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        props = Collections.unmodifiableMap(new LinkedHashMap<>(props));
        children = List.copyOf(children);
    }

    Optional<Value> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    Optional<String> text(String name) {
        return member(name).filter(Value.StringValue.class::isInstance).map(value -> ((Value.StringValue) value)
                .text());
    }

    String type() {
        return text("type").orElse("");
    }
}
