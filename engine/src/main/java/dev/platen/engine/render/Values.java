package dev.platen.engine.render;

import dev.platen.contract.plan.Choice;
import dev.platen.contract.plan.Option;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.json.CanonicalNumber;
import dev.platen.engine.link.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Finds the option that a value of the data is. Not thread-safe. */
final class Values {
    private final HtmlOutput characters = new HtmlOutput(256);

    /** The option of the value, the initial one where there is none, or {@link Choice#NONE}. */
    int option(Choice choice, Data data, int value) throws Refused {
        Tape tape = data.tape();
        byte[] json = data.json();
        int start = tape.position(value);
        return switch (tape.type(value)) {
            case ValueType.ABSENT -> choice.initial();
            case ValueType.STRING ->
                tape.isVerbatim(value)
                        ? choice.find(Option.Type.STRING, json, start, start + tape.length(value))
                        : string(choice, json, start);
            case ValueType.NUMBER -> number(choice, json, start, start + tape.length(value));
            case ValueType.TRUE -> choice.find(Option.Type.TRUE, json, 0, 0);
            case ValueType.FALSE -> choice.find(Option.Type.FALSE, json, 0, 0);
            case ValueType.NULL -> choice.find(Option.Type.NULL, json, 0, 0);
            default -> {
                byte[] text = data.canonical(value).getBytes(StandardCharsets.UTF_8);
                yield choice.find(Option.Type.JSON, text, 0, text.length);
            }
        };
    }

    /** The option of a number that was found within a value, or {@link Choice#NONE}. */
    int option(Choice choice, OptionalInt number) {
        if (number.isEmpty()) {
            return Choice.NONE;
        }
        byte[] digits = Integer.toString(number.getAsInt()).getBytes(StandardCharsets.US_ASCII);
        return choice.find(Option.Type.NUMBER, digits, 0, digits.length);
    }

    private int string(Choice choice, byte[] json, int start) {
        characters.clear();
        characters.characters(json, start);
        return choice.find(Option.Type.STRING, characters.bytes(), 0, characters.size());
    }

    private static int number(Choice choice, byte[] json, int start, int end) {
        int exact = choice.find(Option.Type.NUMBER, json, start, end);
        if (exact != Choice.NONE) {
            return exact;
        }
        byte[] canonical = canonical(new String(json, start, end - start, StandardCharsets.US_ASCII));
        return choice.find(Option.Type.NUMBER, canonical, 0, canonical.length);
    }

    private static byte[] canonical(String number) {
        return CanonicalNumber.of(number).getBytes(StandardCharsets.US_ASCII);
    }
}
