package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which type a schema asks for, and what a value is worth as a literal. */
final class Types {
    static final String OBJECT = "object";
    static final String ARRAY = "array";
    static final String STRING = "string";
    static final String NUMBER = "number";
    static final String INTEGER = "integer";
    static final String BOOLEAN = "boolean";
    static final String NULL = "null";
    /** No type can be told. */
    static final String UNKNOWN = "";

    private static final Set<String> ALL = Set.of(OBJECT, ARRAY, STRING, NUMBER, INTEGER, BOOLEAN, NULL);

    private Types() {}

    /** The type that the form offers: of several, the first that is not null. */
    static String of(TypedObject schema) {
        Optional<Value> type = schema.value("type");
        if (type.isEmpty()) {
            return guess(schema);
        }
        if (!(type.get() instanceof ArrayValue)) {
            return schema.text("type").filter(name -> isType(name, schema)).orElse(UNKNOWN);
        }
        List<String> types = schema.texts("type").stream()
                .map(StringValue::text)
                .filter(name -> isType(name, schema))
                .toList();
        List<String> real = types.stream().filter(name -> !name.equals(NULL)).toList();
        return real.isEmpty() ? (types.isEmpty() ? UNKNOWN : NULL) : real.getFirst();
    }

    /** The types of the values that a schema takes, the one that the form offers first. */
    static List<Check.Kind> kinds(TypedObject schema) {
        Set<Check.Kind> kinds = new LinkedHashSet<>();
        String offered = of(schema);
        if (!offered.equals(UNKNOWN)) {
            kinds.add(kind(offered));
        }
        if (schema.value("type").orElse(null) instanceof ArrayValue types) {
            ObjectChecks.texts(types).stream().filter(ALL::contains).forEach(name -> kinds.add(kind(name)));
        }
        return List.copyOf(kinds);
    }

    private static Check.Kind kind(String name) {
        return Check.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static boolean isType(String name, TypedObject schema) {
        if (ALL.contains(name)) {
            return true;
        }
        schema.findings()
                .error(
                        schema.place(),
                        "unknown-type",
                        "a type is one of array, boolean, integer, null, number, object, string; found '%s'"
                                .formatted(name));
        return false;
    }

    private static String guess(TypedObject schema) {
        Optional<Value> constant = schema.value("const");
        if (constant.isPresent()) {
            return of(constant.get());
        }
        if (schema.has("enum")) {
            return STRING;
        }
        if (schema.has("properties") || isOpen(schema, "additionalProperties") || schema.has("patternProperties")) {
            return OBJECT;
        }
        if (schema.has("items") || schema.has("prefixItems") || schema.has("contains")) {
            return ARRAY;
        }
        return Choices.alternatives(schema).stream()
                .findFirst()
                .map(option -> of(option.value()))
                .orElse(UNKNOWN);
    }

    private static boolean isOpen(TypedObject schema, String keyword) {
        return schema.has(keyword)
                && !(schema.value(keyword).orElse(null) instanceof BooleanValue bool && !bool.isTrue());
    }

    private static String of(Value value) {
        return switch (value) {
            case ObjectValue object -> OBJECT;
            case ArrayValue array -> ARRAY;
            case StringValue text -> STRING;
            case NumberValue number -> NUMBER;
            case BooleanValue bool -> BOOLEAN;
            case NullValue nothing -> NULL;
        };
    }

    /** The value as a literal, where it is a single one. */
    static Optional<Literal> literal(Value value) {
        return switch (value) {
            case StringValue text -> Optional.of(new Literal(Option.Type.STRING, text.text()));
            case NumberValue number -> Optional.of(new Literal(Option.Type.NUMBER, number.text()));
            case BooleanValue bool -> Optional.of(literal(bool.isTrue()));
            case NullValue nothing -> Optional.of(new Literal(Option.Type.NULL, ""));
            case ObjectValue object -> Optional.empty();
            case ArrayValue array -> Optional.empty();
        };
    }

    /** The value as a literal; an object or a list as its canonical JSON. */
    static Literal literalOrJson(Value value) {
        return literal(value).orElseGet(() -> new Literal(Option.Type.JSON, CanonicalJson.of(value)));
    }

    static Literal literal(boolean isTrue) {
        return isTrue ? new Literal(Option.Type.TRUE, "true") : new Literal(Option.Type.FALSE, "false");
    }
}
