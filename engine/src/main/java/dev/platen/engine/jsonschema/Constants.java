package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Constant;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON values of a document as constants of a plan. */
final class Constants {
    private Constants() {}

    /** The constant of a value. */
    static Constant of(Value value) {
        return switch (value) {
            case ArrayValue array ->
                new Constant.Items(array.items().stream().map(Constants::of).toList());
            case ObjectValue object -> {
                Map<String, Constant> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(name, of(member)));
                yield new Constant.Members(members);
            }
            default -> new Constant.Single(Types.literal(value).orElseThrow().option());
        };
    }
}
