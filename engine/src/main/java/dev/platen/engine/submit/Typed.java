package dev.platen.engine.submit;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Option;
import dev.platen.contract.plan.Part.Offer;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what is entered into JSON values, and values into what a control shows of them. */
final class Typed {
    /** As people write numbers, captured as JSON writes them; no part of it can match in two ways. */
    private static final Pattern NUMBER =
            Pattern.compile("\\+?(-?)0*+([0-9]*+)(?:\\.([0-9]*+))?([eE][+-]?[0-9]{1,9})?");

    private final Limits limits;
    private final DocumentParser parser;

    Typed(Limits limits) {
        this.limits = limits;
        this.parser = new DocumentParser(limits.ofData());
    }

    /** The first of the kinds that the text can be; a number of the wrong kind, else the text, where it can be none. */
    Value value(String text, List<Check.Kind> kinds) {
        for (Check.Kind kind : kinds) {
            Optional<Value> value = as(kind, text);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return (kinds.contains(Check.Kind.INTEGER) ? number(text) : Optional.<Value>empty()).orElse(Json.text(text));
    }

    private Optional<Value> as(Check.Kind kind, String text) {
        return switch (kind) {
            case NULL -> text.isEmpty() ? Optional.of(Json.nothing()) : Optional.empty();
            case BOOLEAN -> flag(text);
            case INTEGER -> number(text).filter(Typed::isWhole);
            case NUMBER -> number(text);
            case STRING -> Optional.of(Json.text(text));
            case ARRAY -> json(text).filter(ArrayValue.class::isInstance);
            case OBJECT -> json(text).filter(ObjectValue.class::isInstance);
        };
    }

    private static Optional<Value> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(Json.flag(true));
            case "false" -> Optional.of(Json.flag(false));
            default -> Optional.empty();
        };
    }

    private Optional<Value> number(String text) {
        String trimmed = text.strip();
        var matcher = NUMBER.matcher(trimmed);
        if (trimmed.length() > limits.numberLength() || !matcher.matches() || !trimmed.matches(".*[0-9].*")) {
            return Optional.empty();
        }
        String fraction = matcher.group(3) == null || matcher.group(3).isEmpty() ? "" : "." + matcher.group(3);
        String whole = matcher.group(2).isEmpty() ? "0" : matcher.group(2);
        String exponent = matcher.group(4) == null ? "" : matcher.group(4);
        return Optional.of(Json.number(matcher.group(1) + whole + fraction + exponent));
    }

    private static boolean isWhole(Value value) {
        try {
            return new BigDecimal(((NumberValue) value).text())
                            .stripTrailingZeros()
                            .scale()
                    <= 0;
        } catch (NumberFormatException exponentTooLarge) {
            return false;
        }
    }

    /** The JSON value that is the text, if it is one within the limits. */
    Optional<Value> json(String text) {
        return parser.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Document document
                ? Optional.of(document.root())
                : Optional.empty();
    }

    Value value(Offer offer) {
        return switch (offer.type()) {
            case STRING -> Json.text(offer.text());
            case NUMBER -> Json.number(offer.text());
            case TRUE -> Json.flag(true);
            case FALSE -> Json.flag(false);
            case NULL -> Json.nothing();
            case JSON -> json(offer.text()).orElse(Json.text(offer.text()));
        };
    }

    /** What is submitted for an option. */
    static String submitted(Offer offer) {
        return offer.type() == Option.Type.NULL ? "" : offer.text();
    }

    /** What a control shows of a value. */
    static String shown(@Nullable Value value) {
        return switch (value) {
            case null -> "";
            case StringValue string -> string.text();
            case NumberValue number -> number.text();
            case BooleanValue flag -> Boolean.toString(flag.isTrue());
            case NullValue none -> "";
            case ArrayValue array -> Canonical.text(array);
            case ObjectValue object -> Canonical.text(object);
        };
    }
}
