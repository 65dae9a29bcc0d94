package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.Map;
import java.util.TreeMap;

/** JSON without white space, members in the order of their names, numbers in canonical form. */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(Value value) {
        StringBuilder json = new StringBuilder();
        append(value, json);
        return json.toString();
    }

    private static void append(Value value, StringBuilder json) {
        switch (value) {
            case StringValue text -> quote(text.text(), json);
            case NumberValue number ->
                json.append(
                        new Literal(Option.Type.NUMBER, number.text()).option().value());
            case BooleanValue bool -> json.append(bool.isTrue());
            case NullValue nothing -> json.append("null");
            case ArrayValue array -> {
                json.append('[');
                for (int i = 0; i < array.items().size(); i++) {
                    json.append(i == 0 ? "" : ",");
                    append(array.items().get(i), json);
                }
                json.append(']');
            }
            case ObjectValue object -> {
                String separator = "";
                json.append('{');
                for (Map.Entry<String, Value> member : new TreeMap<>(object.members()).entrySet()) {
                    json.append(separator);
                    quote(member.getKey(), json);
                    json.append(':');
                    append(member.getValue(), json);
                    separator = ",";
                }
                json.append('}');
            }
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
