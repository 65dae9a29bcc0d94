package dev.platen.engine.submit;

import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.List;
import java.util.Map;

/** JSON values that stand in no document, and their text. The depth of the calls is bounded by that of the values. */
final class Json {
    private static final Place NOWHERE = new Place(null, "", 0, 0);
    private static final String SHORT = "\n\r\t\b\f";
    private static final String LETTERS = "nrtbf";
    private static final int SPACE = 0x20;

    private Json() {}

    static Value text(String text) {
        return new StringValue(NOWHERE, text);
    }

    static Value number(String text) {
        return new NumberValue(NOWHERE, text);
    }

    static Value flag(boolean isTrue) {
        return new BooleanValue(NOWHERE, isTrue);
    }

    static Value nothing() {
        return new NullValue(NOWHERE);
    }

    static Value items(List<Value> items) {
        return new ArrayValue(NOWHERE, items);
    }

    static Value members(Map<String, Value> members) {
        return new ObjectValue(NOWHERE, members);
    }

    /** The value without white space, members in their order, numbers as they were written. */
    static String write(Value value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Value value, StringBuilder out) {
        switch (value) {
            case ObjectValue object -> {
                String separator = "{";
                for (Map.Entry<String, Value> member : object.members().entrySet()) {
                    quote(member.getKey(), out.append(separator));
                    write(member.getValue(), out.append(':'));
                    separator = ",";
                }
                out.append(object.members().isEmpty() ? "{}" : "}");
            }
            case ArrayValue array -> {
                String separator = "[";
                for (Value item : array.items()) {
                    write(item, out.append(separator));
                    separator = ",";
                }
                out.append(array.items().isEmpty() ? "[]" : "]");
            }
            case StringValue string -> quote(string.text(), out);
            case NumberValue number -> out.append(number.text());
            case BooleanValue flag -> out.append(flag.isTrue());
            case NullValue none -> out.append("null");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (SHORT.indexOf(c) >= 0) {
                out.append('\\').append(LETTERS.charAt(SHORT.indexOf(c)));
            } else if (c < SPACE || isAlone(text, i)) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Half of a pair has no UTF-8, but JSON can name it. */
    private static boolean isAlone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
