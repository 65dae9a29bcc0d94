package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What values of the document are worth in a plan. */
final class Constants {
    private Constants() {}

    static Constant of(Value value) {
        return switch (value) {
            case ObjectValue object -> {
                Map<String, Constant> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(name, of(member)));
                yield new Constant.Members(members);
            }
            case ArrayValue array ->
                new Constant.Items(array.items().stream().map(Constants::of).toList());
            case StringValue text -> new Constant.Single(new Option(Option.Type.STRING, text.text()));
            case NumberValue number ->
                new Constant.Single(new Literal(Option.Type.NUMBER, number.text()).option());
            case BooleanValue bool ->
                new Constant.Single(new Option(bool.isTrue() ? Option.Type.TRUE : Option.Type.FALSE, ""));
            case NullValue nothing -> new Constant.Single(new Option(Option.Type.NULL, ""));
        };
    }

    /** The value as a literal, where it is a single one. */
    static Optional<Literal> literal(Value value) {
        return switch (value) {
            case StringValue text -> Optional.of(new Literal(Option.Type.STRING, text.text()));
            case NumberValue number -> Optional.of(new Literal(Option.Type.NUMBER, number.text()));
            case BooleanValue bool ->
                Optional.of(
                        bool.isTrue()
                                ? new Literal(Option.Type.TRUE, "true")
                                : new Literal(Option.Type.FALSE, "false"));
            case NullValue nothing -> Optional.of(new Literal(Option.Type.NULL, ""));
            case ObjectValue object -> Optional.empty();
            case ArrayValue array -> Optional.empty();
        };
    }
}
