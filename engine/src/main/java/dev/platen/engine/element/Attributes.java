package dev.platen.engine.element;

import dev.platen.contract.plan.Expression;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Urls;
import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Attributes of one element; what is not safe or not known is dropped, and the author told. */
record Attributes(Findings findings) {
    private static final Set<String> RESERVED = Set.of("children", "text", "html", "key");

    List<Attributed> of(ObjectValue props) {
        Map<Attribute, Attributed> attributes = new LinkedHashMap<>();
        props.members().forEach((name, value) -> {
            if (!RESERVED.contains(name)) {
                one(name, value).ifPresent(attribute -> attributes.putIfAbsent(attribute.attribute(), attribute));
            }
        });
        return new ArrayList<>(attributes.values());
    }

    private Optional<Attributed> one(String name, Value value) {
        Optional<Attribute> attribute = Names.attribute(name);
        if (attribute.isEmpty()) {
            return dropped(value, "unknown-attribute", why(name));
        }
        if (attribute.get().isFlag()) {
            return isTrue(value)
                    ? Optional.of(new Attributed(attribute.get(), new Content.Flag(Expression.TRUE)))
                    : Optional.empty();
        }
        return text(name, value).flatMap(text -> safe(attribute.get(), name, value, text));
    }

    private static String why(String name) {
        if (name.regionMatches(true, 0, "on", 0, 2)) {
            return "'%s' is an event handler; pages have no scripts, use a form or a link".formatted(name);
        }
        if (name.equals("style")) {
            return "'style' is not allowed; give it a class and style that";
        }
        return "there is no attribute '%s' here".formatted(name);
    }

    private static boolean isTrue(Value value) {
        return switch (value) {
            case BooleanValue flag -> flag.isTrue();
            case NullValue _ -> false;
            case StringValue _, NumberValue _, ObjectValue _, ArrayValue _ -> true;
        };
    }

    private Optional<Attributed> safe(Attribute attribute, String name, Value value, String text) {
        if (attribute.isAddress() && !Urls.isAllowed(text)) {
            return dropped(
                    value,
                    "unsafe-url",
                    "'%s' must be relative, or begin with http:, https:, mailto: or tel:, found '%s'"
                            .formatted(name, text));
        }
        if (attribute == Attribute.CLASS && !text.matches("[A-Za-z0-9_-]+( [A-Za-z0-9_-]+)*")) {
            return text.isBlank()
                    ? Optional.empty()
                    : dropped(value, "unsafe-class", "'%s' must be names of classes, found '%s'".formatted(name, text));
        }
        return Optional.of(new Attributed(attribute, new Content.Text(text)));
    }

    /** The value as it is printed; a list of classes is separated by spaces. */
    private Optional<String> text(String name, Value value) {
        return switch (value) {
            case StringValue string -> Optional.of(string.text().strip());
            case NumberValue number -> Optional.of(number.text());
            case BooleanValue flag -> flag.isTrue() ? Optional.of("") : Optional.empty();
            case NullValue _ -> Optional.empty();
            case ArrayValue array
            when Names.attribute(name).orElse(null) == Attribute.CLASS ->
                Optional.of(array.items().stream()
                        .filter(StringValue.class::isInstance)
                        .map(item -> ((StringValue) item).text().strip())
                        .collect(Collectors.joining(" ")));
            case ArrayValue _, ObjectValue _ -> {
                dropped(value, "wrong-type", "'%s' must be a string, found %s".formatted(name, value.kind()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Attributed> dropped(Value value, String code, String message) {
        findings.warning(value.place(), code, message + "; it is dropped");
        return Optional.empty();
    }
}
