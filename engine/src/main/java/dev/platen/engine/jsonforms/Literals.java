package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.Optional;

/** Single values of the document. */
final class Literals {
    private Literals() {}

    /** The value as a literal, where it is a single one. */
    static Optional<Literal> of(Value value) {
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
