package dev.platen.engine.submit;

import dev.platen.engine.json.CanonicalNumber;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.Map;
import java.util.TreeMap;

/** The text that equal values share: members sorted by name, numbers in one form. */
final class Canonical {
    private Canonical() {}

    static String text(Value value) {
        return Json.write(of(value));
    }

    private static Value of(Value value) {
        return switch (value) {
            case ObjectValue object -> {
                Map<String, Value> members = new TreeMap<>();
                object.members().forEach((name, member) -> members.put(name, of(member)));
                yield Json.members(members);
            }
            case ArrayValue array ->
                Json.items(array.items().stream().map(Canonical::of).toList());
            case NumberValue number -> Json.number(number(number.text()));
            case StringValue string -> string;
            case BooleanValue flag -> flag;
            case NullValue none -> none;
        };
    }

    /** Numbers that are equal have the same; one whose exponent is out of range is only equal to itself. */
    static String number(String text) {
        return CanonicalNumber.of(text);
    }
}
